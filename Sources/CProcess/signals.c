#define _GNU_SOURCE

#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

#include "process.h"
#include "report.h"

static const int faults[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
static const int endings[] = {SIGQUIT,   SIGUSR1, SIGUSR2, SIGPIPE, SIGALRM, SIGSTKFLT,
                              SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGIO,   SIGPWR};
enum {
  fault_count = sizeof faults / sizeof *faults,
  ending_count = sizeof endings / sizeof *endings,
  signal_stack_size = 64 << 10,
  // A backtrace that takes longer is given up.
  report_microseconds = 600000
};

static _Atomic(void (*)(void)) before_end;
static atomic_bool is_ending;
static volatile sig_atomic_t last_signal;

void cp_before_end(void (*restore)(void)) { atomic_store(&before_end, restore); }

_Noreturn void cp_end_by(int signal) {
  struct sigaction plain = {.sa_handler = SIG_DFL};
  sigset_t only;
  sigaction(signal, &plain, NULL);
  sigemptyset(&only);
  sigaddset(&only, signal);
  raise(signal);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  // The first process of a container cannot end by a signal.
  _exit(128 + signal);
}

static void on_deadline(int signal) {
  (void)signal;
  cp_end_by(last_signal);
}

static void set_deadline(void) {
  struct sigaction action = {.sa_handler = on_deadline};
  struct itimerval time = {.it_value = {.tv_usec = report_microseconds}};
  sigset_t alarm;
  sigaction(SIGALRM, &action, NULL);
  sigemptyset(&alarm);
  sigaddset(&alarm, SIGALRM);
  pthread_sigmask(SIG_UNBLOCK, &alarm, NULL);
  setitimer(ITIMER_REAL, &time, NULL);
}

static bool is_fault(int signal) {
  for (int i = 0; i < fault_count; i++)
    if (faults[i] == signal) return true;
  return false;
}

// All signals are blocked in here, so that a second fault ends the process at once.
static void on_fatal(int signal, siginfo_t *info, void *context) {
  (void)context;
  // Another thread is at it already.
  if (atomic_exchange(&is_ending, true))
    for (;;) pause();
  last_signal = signal;
  if (is_fault(signal)) set_deadline();
  void (*restore)(void) = atomic_load(&before_end);
  if (restore) restore();
  if (is_fault(signal)) cp_report(signal, info);
  cp_end_by(signal);
}

static void catch_signal(int signal, bool even_if_ignored) {
  struct sigaction action = {.sa_sigaction = on_fatal, .sa_flags = SA_SIGINFO | SA_ONSTACK}, old;
  sigfillset(&action.sa_mask);
  if (sigaction(signal, NULL, &old) != 0) return;
  bool is_ignored = !(old.sa_flags & SA_SIGINFO) && old.sa_handler == SIG_IGN;
  if (!is_ignored || even_if_ignored) sigaction(signal, &action, NULL);
}

void cp_catch_fatal_signals(void) {
  cp_prepare_report();
  cp_use_signal_stack();
  for (int i = 0; i < fault_count; i++) catch_signal(faults[i], true);
  for (int i = 0; i < ending_count; i++) catch_signal(endings[i], false);
  for (int signal = SIGRTMIN; signal <= SIGRTMAX; signal++) catch_signal(signal, false);
}

static _Thread_local void *signal_stack;

void cp_use_signal_stack(void) {
  if (signal_stack) return;
  void *memory = mmap(NULL, signal_stack_size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (memory == MAP_FAILED) return;
  stack_t own = {.ss_sp = memory, .ss_size = signal_stack_size};
  if (sigaltstack(&own, NULL) == 0)
    signal_stack = memory;
  else
    munmap(memory, signal_stack_size);
}

void cp_leave_signal_stack(void) {
  if (!signal_stack) return;
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  munmap(signal_stack, signal_stack_size);
  signal_stack = NULL;
}
