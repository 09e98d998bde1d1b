import CallModel

enum FloorView {
  static func draw(
    _ frame: inout Frame, _ page: BoardPage, _ settings: ScreenSettings, top: Int, height: Int
  ) {}
}
