Decoding.run()
BoardWork.run()
ScreenWork.run()
