#define _GNU_SOURCE

#include <curses.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "process.h"
#include "restorer.h"
#include "shim.h"
// Last, as it makes macros of words like columns.
#include <term.h>

static struct termios saved;
static atomic_bool is_guarding;
static int terminal = -1;
static int diagnostics = -1;
static int nowhere = -1;
static atomic_int drawn_on = -1;
// In milliseconds.
enum { longest_wait = 200 };

// Two of them, so that a crash during a change finds a whole one.
static struct {
  char bytes[256];
  size_t count;
} resets[2];
static atomic_int current_reset;

static int spare_reset(void) { return 1 - atomic_load(&current_reset); }

static int collect(int byte) {
  int spare = spare_reset();
  if (byte && resets[spare].count < sizeof resets[spare].bytes)
    resets[spare].bytes[resets[spare].count++] = (char)byte;
  return byte;
}

static bool is_capability(const char *text) { return text && text != (const char *)-1; }

static void collect_capability(const char *name) {
  const char *text = tigetstr(name);
  if (is_capability(text)) tputs(text, 1, collect);
}

bool cn_plan_reset(int rows) {
  const char *move = tigetstr("cup");
  if (!is_capability(move)) return false;
  resets[spare_reset()].count = 0;
  if (is_capability(tigetstr("kmous")))
    for (const char *p = "\033[?1006l\033[?1002l\033[?1000l"; *p; p++) collect(*p);
  collect_capability("rmkx");
  collect_capability("sgr0");
  collect_capability("cnorm");
  tputs(tparm(move, (long)rows - 1, 0L), 1, collect);
  collect_capability("rmcup");
  atomic_store(&current_reset, spare_reset());
  return true;
}

void cn_silence_at_end(int descriptor) { atomic_store(&drawn_on, descriptor); }

static void give_back(void) {
  tcsetattr(terminal, TCSANOW, &saved);
  if (diagnostics >= 0) dup2(diagnostics, STDERR_FILENO);
}

// Everything in here is async-signal-safe.
static void reset_in_haste(void) {
  if (!atomic_exchange(&is_guarding, false)) return;
  int current = atomic_load(&current_reset), drawn = atomic_load(&drawn_on);
  if (drawn >= 0 && nowhere >= 0) dup2(nowhere, drawn);
  // A terminal that has been stopped takes nothing, and the end does not wait for it.
  struct pollfd readiness = {.fd = terminal, .events = POLLOUT};
  if (poll(&readiness, 1, longest_wait) == 1) {
    ssize_t written = write(terminal, resets[current].bytes, resets[current].count);
    (void)written;
  }
  give_back();
}

static void divert_diagnostics(int target) {
  diagnostics = -1;
  if (!isatty(STDERR_FILENO)) return;
  diagnostics = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (diagnostics >= 0) dup2(target < 0 ? nowhere : target, STDERR_FILENO);
}

void cn_guard(int output, int target) {
  static bool is_registered;
  if (tcgetattr(output, &saved) != 0) return;
  terminal = output;
  if (nowhere < 0) nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  divert_diagnostics(target);
  atomic_store(&is_guarding, true);
  cp_before_end(reset_in_haste);
  if (!is_registered) is_registered = atexit(reset_in_haste) == 0;
}

void cn_restore(void) {
  if (!atomic_exchange(&is_guarding, false)) return;
  give_back();
  if (diagnostics >= 0) close(diagnostics);
  diagnostics = -1;
}
