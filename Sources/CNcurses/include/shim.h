// The few calls of ncursesw that the screen needs, without its macros and globals. All of them
// belong on one thread, but for `cn_ring`.
#pragma once

#include <stdbool.h>
#include <stdint.h>

// A character: up to five code points, its columns (1 or 2), an attribute set and a colour pair.
typedef struct {
  uint32_t text[5];
  uint8_t count;
  uint8_t width;
  uint8_t attributes;
  int16_t pair;
} cn_cell;

enum { cn_bold = 1, cn_dim = 2, cn_reverse = 4, cn_underline = 8 };

typedef enum { cn_none, cn_byte, cn_key } cn_event_kind;

typedef enum {
  cn_unknown_key,
  cn_up,
  cn_down,
  cn_left,
  cn_right,
  cn_page_up,
  cn_page_down,
  cn_home,
  cn_end,
  cn_enter,
  cn_back_tab,
  cn_backspace
} cn_named_key;

typedef struct {
  cn_event_kind kind;
  // A byte of text (cn_byte), or a cn_named_key (cn_key).
  uint32_t code;
} cn_event;

typedef enum { cn_opened, cn_unknown_terminal, cn_no_utf8 } cn_opening;

// Takes the terminal of these descriptors. `term` is its name, NULL for that of the environment;
// one that cannot move its cursor is as unknown.
cn_opening cn_open(const char *term, int input, int output);
// A screen on nothing, of that size, for tests.
cn_opening cn_open_headless(const char *term, int columns, int rows);
void cn_close(void);

// Gives the terminal to the shell, and takes it again.
void cn_leave(void);
void cn_return(void);

int cn_colors(void);
// A colour pair of these, -1 being the terminal's own; 0 where there is none. The same one for the
// same colours.
int cn_pair(int foreground, int background);

void cn_resize(int columns, int rows);
// Characters from column 0 on. Where the C library has other columns for one than it says, a
// replacement character stands there.
void cn_put_row(int y, const cn_cell *cells, int count);
void cn_update(void);
void cn_repaint(void);
// What ncurses has at a place.
cn_cell cn_read_back(int x, int y);

// The next input that is there, reports of the mouse as their bytes; cn_none where there is none.
cn_event cn_next_event(void);

// The pipe that wakes the screen: its reading end, or -1.
int cn_open_pipe(void);
// Rings once, however often it is called before the bell is heard. Safe from any thread.
void cn_ring(void);
// Empties the pipe; bit n is set for signal n, bit 0 for the bell.
uint64_t cn_hear(void);
// From now on SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP and SIGCONT wake the screen.
void cn_watch_signals(void);
void cn_forget_signals(void);
// Stops this job as Ctrl-Z does; returns when it goes on, or at once where nobody could resume it.
void cn_stop_process(void);

// Remembers the state of the terminal, and gives it back should the process exit, or end by a signal
// of those that `cp_catch_fatal_signals` catches. Meanwhile standard error, if it is a terminal, goes
// to `diagnostics`; with -1 nowhere.
void cn_guard(int output, int diagnostics);
// Prepares what a crash writes to the open terminal: no mouse reports, keypad mode, attributes and
// alternate screen; the cursor shown, on the last row. False where it cannot move its cursor.
bool cn_plan_reset(int rows);
// Gives the remembered state back; only once.
void cn_restore(void);
