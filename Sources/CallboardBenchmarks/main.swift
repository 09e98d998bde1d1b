Decoding.run()
BoardWork.run()
ScreenWork.run()
try JournalWork.run()
