#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "restorer.h"
#include "shim.h"

static SCREEN *screen;
static FILE *input_file;
static FILE *output_file;

static bool has_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  set_escdelay(25);
  curs_set(0);
  leaveok(stdscr, TRUE);
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
  // ncurses joins reports that come together, and turns their order round: they come as bytes.
  keyok(KEY_MOUSE, FALSE);
  // The Linux console's description names Ctrl-Z a key of its own.
  keyok(KEY_SUSPEND, FALSE);
}

static cn_opening open_files(const char *term, FILE *output, FILE *input) {
  setlocale(LC_ALL, "");
  if (!has_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  input_file = input;
  output_file = output;
  cn_silence_at_end(output ? fileno(output) : -1);
  cn_opening opening = has_utf8() ? cn_opened : cn_no_utf8;
  if (opening == cn_opened) {
    // The size comes by cn_resize, and within bounds: not from the window, nor from LINES and COLUMNS of
    // whoever started this. Some terminals' descriptions have none, and newterm wants one.
    use_tioctl(FALSE);
    setenv("LINES", "24", 1);
    setenv("COLUMNS", "80", 1);
    screen = input && output ? newterm(term, output, input) : NULL;
    if (!screen || !cn_plan_reset(24)) opening = cn_unknown_terminal;
  }
  if (opening != cn_opened) {
    cn_close();
    return opening;
  }
  set_term(screen);
  set_modes();
  return cn_opened;
}

static FILE *open_copy(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  return copy < 0 ? NULL : fdopen(copy, mode);
}

cn_opening cn_open(const char *term, int input, int output) {
  return open_files(term, open_copy(output, "w"), open_copy(input, "r"));
}

cn_opening cn_open_headless(const char *term, int columns, int rows) {
  cn_opening opening = open_files(term, fopen("/dev/null", "w"), fopen("/dev/null", "r"));
  if (opening == cn_opened) cn_resize(columns, rows);
  return opening;
}

void cn_close(void) {
  if (screen) {
    endwin();
    delscreen(screen);
    screen = NULL;
  }
  cn_silence_at_end(-1);
  if (input_file) fclose(input_file);
  if (output_file) fclose(output_file);
  input_file = output_file = NULL;
}

void cn_leave(void) {
  endwin();
  fflush(output_file);
}

void cn_return(void) {
  // Another program may have reset the terminal meanwhile: only after endwin are all modes set.
  if (!isendwin()) endwin();
  clearok(curscr, TRUE);
  refresh();
}

int cn_colors(void) { return has_colors() ? COLORS : 0; }

int cn_pair(int foreground, int background) {
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

void cn_resize(int columns, int rows) {
  resizeterm(rows, columns);
  cn_plan_reset(rows);
}

static attr_t attributes_of(const cn_cell *cell) {
  attr_t attributes = A_NORMAL;
  if (cell->attributes & cn_bold) attributes |= A_BOLD;
  if (cell->attributes & cn_dim) attributes |= A_DIM;
  if (cell->attributes & cn_reverse) attributes |= A_REVERSE;
  if (cell->attributes & cn_underline) attributes |= A_UNDERLINE;
  return attributes;
}

// Writes a cell's character; returns how many elements of the line that took.
static int put_cell(cchar_t *line, const cn_cell *cell) {
  wchar_t text[CCHARW_MAX + 1] = {0};
  int count = cell->count < CCHARW_MAX ? cell->count : CCHARW_MAX;
  for (int i = 0; i < count; i++) text[i] = (wchar_t)cell->text[i];
  attr_t attributes = attributes_of(cell);
  if (wcwidth(text[0]) == cell->width &&
      setcchar(line, text, attributes, cell->pair, NULL) == OK)
    return 1;
  // The C library counts other columns than the frame: all to the right would be displaced.
  setcchar(line, L"\uFFFD", attributes, cell->pair, NULL);
  if (cell->width < 2) return 1;
  setcchar(line + 1, L" ", attributes, cell->pair, NULL);
  return 2;
}

void cn_put_row(int y, const cn_cell *cells, int count) {
  cchar_t *line = calloc((size_t)count * 2 + 1, sizeof *line);
  if (!line) return;
  int length = 0;
  for (int x = 0; x < count; x++) length += put_cell(line + length, &cells[x]);
  mvadd_wchnstr(y, 0, line, length);
  free(line);
}

void cn_update(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

void cn_repaint(void) { clearok(curscr, TRUE); }

cn_cell cn_read_back(int x, int y) {
  cchar_t character;
  wchar_t text[CCHARW_MAX + 1] = {0};
  attr_t attributes;
  cn_cell cell = {0};
  if (mvin_wch(y, x, &character) != OK) return cell;
  if (getcchar(&character, text, &attributes, &cell.pair, NULL) != OK) return cell;
  while (cell.count < CCHARW_MAX && text[cell.count]) {
    cell.text[cell.count] = (uint32_t)text[cell.count];
    cell.count++;
  }
  cell.width = (uint8_t)wcwidth(text[0]);
  if (attributes & A_BOLD) cell.attributes |= cn_bold;
  if (attributes & A_DIM) cell.attributes |= cn_dim;
  if (attributes & A_REVERSE) cell.attributes |= cn_reverse;
  if (attributes & A_UNDERLINE) cell.attributes |= cn_underline;
  return cell;
}

static uint32_t named_key(int code) {
  switch (code) {
  case KEY_UP: return cn_up;
  case KEY_DOWN: return cn_down;
  case KEY_LEFT: return cn_left;
  case KEY_RIGHT: return cn_right;
  case KEY_PPAGE: return cn_page_up;
  case KEY_NPAGE: return cn_page_down;
  case KEY_HOME: return cn_home;
  case KEY_END: return cn_end;
  case KEY_ENTER: return cn_enter;
  case KEY_BTAB: return cn_back_tab;
  case KEY_BACKSPACE: return cn_backspace;
  default: return cn_unknown_key;
  }
}

cn_event cn_next_event(void) {
  // Bytes, as get_wch takes what follows a wrong byte away with it.
  int code = getch();
  if (code == ERR) return (cn_event){.kind = cn_none};
  if (code < KEY_MIN) return (cn_event){.kind = cn_byte, .code = (uint32_t)code};
  return (cn_event){.kind = cn_key, .code = named_key(code)};
}
