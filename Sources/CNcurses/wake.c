#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#include "shim.h"

static int ends[2] = {-1, -1};
// What has not been heard yet: bit n for signal n, bit 0 for the bell.
static _Atomic uint64_t pending;

int cn_open_pipe(void) {
  if (ends[0] < 0 && pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  return ends[0];
}

// Safe in signal handlers. Only who finds nothing pending writes, so the pipe never fills up.
static void post(int bit) {
  int saved = errno;
  if (atomic_fetch_or(&pending, 1ull << bit) == 0) {
    ssize_t written = write(ends[1], "", 1);
    (void)written;
  }
  errno = saved;
}

void cn_ring(void) { post(0); }

uint64_t cn_hear(void) {
  char bytes[16];
  // The pipe first: what is posted in between wakes once too often, and is never lost.
  while (read(ends[0], bytes, sizeof bytes) > 0) continue;
  return atomic_exchange(&pending, 0);
}


static const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP, SIGCONT};
enum { watched_count = sizeof watched / sizeof *watched };
static struct sigaction before[watched_count];

static void on_signal(int signal) { post(signal); }

void cn_watch_signals(void) {
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &action, &before[i]);
}

void cn_forget_signals(void) {
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &before[i], NULL);
}

void cn_stop_process(void) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, plain = {.sa_handler = SIG_DFL}, own;
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  // The terminal would stop the whole job, as a wrapping script too; this process comes last.
  sigaction(SIGTSTP, &ignore, &own);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &plain, NULL);
  // Threads that come from a dispatch queue have it blocked, and then nothing would stop here.
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  raise(SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &own, NULL);
  // The caller takes the terminal back itself.
  atomic_fetch_and(&pending, ~(1ull << SIGCONT));
}
