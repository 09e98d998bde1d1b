#define _GNU_SOURCE

#include <curses.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "shim.h"
// Last, as it makes macros of words like columns.
#include <term.h>

static const int deadly[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { deadly_count = sizeof deadly / sizeof *deadly };
static struct sigaction before[deadly_count];
static struct termios saved;
static atomic_bool is_guarding;
static int terminal = -1;
static int diagnostics = -1;

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

static void give_back(void) {
  tcsetattr(terminal, TCSANOW, &saved);
  if (diagnostics >= 0) dup2(diagnostics, STDERR_FILENO);
}

// Everything in here is async-signal-safe.
static void reset_in_haste(void) {
  if (!atomic_exchange(&is_guarding, false)) return;
  int current = atomic_load(&current_reset);
  ssize_t written = write(terminal, resets[current].bytes, resets[current].count);
  (void)written;
  give_back();
}

static void on_crash(int signal, siginfo_t *info, void *context) {
  (void)context;
  reset_in_haste();
  for (int i = 0; i < deadly_count; i++)
    if (deadly[i] == signal) sigaction(signal, &before[i], NULL);
  // A fault happens again at its own place, where a backtrace and a core file are of use.
  bool is_fault = info->si_code > 0 && signal != SIGTRAP && signal != SIGABRT;
  if (!is_fault) raise(signal);
}

// A thread that has used up its stack needs another one for the handler.
static void set_signal_stack(void) {
  static char memory[64 << 10];
  stack_t now, own = {.ss_sp = memory, .ss_size = sizeof memory};
  if (sigaltstack(NULL, &now) == 0 && (now.ss_flags & SS_DISABLE)) sigaltstack(&own, NULL);
}

static void divert_diagnostics(int target) {
  diagnostics = -1;
  if (target < 0 && !isatty(STDERR_FILENO)) return;
  int nowhere = target < 0 ? open("/dev/null", O_WRONLY | O_CLOEXEC) : -1;
  diagnostics = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (diagnostics >= 0) dup2(target < 0 ? nowhere : target, STDERR_FILENO);
  if (nowhere >= 0) close(nowhere);
}

void cn_guard(int output, int target) {
  static bool is_registered;
  if (tcgetattr(output, &saved) != 0) return;
  terminal = output;
  divert_diagnostics(target);
  atomic_store(&is_guarding, true);
  set_signal_stack();
  struct sigaction action = {
      .sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER};
  for (int i = 0; i < deadly_count; i++) sigaction(deadly[i], &action, &before[i]);
  if (!is_registered) is_registered = atexit(reset_in_haste) == 0;
}

void cn_restore(void) {
  if (!atomic_exchange(&is_guarding, false)) return;
  give_back();
  if (diagnostics >= 0) close(diagnostics);
  diagnostics = -1;
  for (int i = 0; i < deadly_count; i++) sigaction(deadly[i], &before[i], NULL);
}
