#define _GNU_SOURCE

#include "report.h"

#include <errno.h>
#include <execinfo.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include "process.h"

enum { most_frames = 128, longest_path = 1024 };

static atomic_int report_descriptor = -1;
static char report_path[longest_path];

void cp_report_to(int descriptor, const char *path) {
  atomic_store(&report_descriptor, -1);
  strncpy(report_path, path ? path : "", sizeof report_path - 1);
  atomic_store(&report_descriptor, descriptor);
}

void cp_prepare_report(void) {
  // The first one loads the library that does it.
  void *frame[1];
  backtrace(frame, 1);
}

// A line in the making: printf is not allowed in a signal handler.
typedef struct {
  char bytes[longest_path + 512];
  size_t count;
} line;

static void add(line *line, const char *text) {
  for (; *text && line->count < sizeof line->bytes; text++) line->bytes[line->count++] = *text;
}

static void add_number(line *line, uint64_t number, unsigned base, int least_digits) {
  char digits[24];
  int place = sizeof digits - 1;
  digits[place] = 0;
  do {
    digits[--place] = "0123456789abcdef"[number % base];
    number /= base;
  } while (number || (int)sizeof digits - 1 - place < least_digits);
  add(line, digits + place);
}

// As 2026-11-27T14:03:22Z; gmtime_r takes a lock.
static void add_time(line *line) {
  int64_t now = time(NULL), day = now / 86400 + 719468, second = now % 86400;
  int64_t era = day / 146097, of_era = day % 146097;
  int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  int64_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
  int64_t parts[] = {year + era * 400 + (month >= 10), month < 10 ? month + 3 : month - 9,
                     of_year - (153 * month + 2) / 5 + 1, second / 3600, second / 60 % 60,
                     second % 60};
  const char *ends[] = {"-", "-", "T", ":", ":", "Z "};
  for (int i = 0; i < 6; i++) {
    add_number(line, (uint64_t)parts[i], 10, 2);
    add(line, ends[i]);
  }
}

static void add_cause(line *line, int signal, const siginfo_t *info) {
  char thread[17] = {0};
  const char *name = sigabbrev_np(signal);
  prctl(PR_GET_NAME, thread);
  add(line, "ended by signal ");
  add_number(line, (uint64_t)signal, 10, 1);
  add(line, name ? " (" : "");
  add(line, name ? name : "");
  add(line, name ? ")" : "");
  if (info->si_code == SI_USER) {
    add(line, ", sent by process ");
    add_number(line, (uint64_t)info->si_pid, 10, 1);
  } else if (info->si_code > 0) {
    add(line, " at address 0x");
    add_number(line, (uintptr_t)info->si_addr, 16, 1);
  }
  add(line, ", thread '");
  add(line, thread);
  add(line, "'");
}

static void put(const line *line, int descriptor) {
  size_t written = 0;
  while (written < line->count) {
    ssize_t count = write(descriptor, line->bytes + written, line->count - written);
    if (count < 0 && errno != EINTR) return;
    if (count > 0) written += (size_t)count;
  }
}

void cp_report(int signal, const siginfo_t *info) {
  void *frames[most_frames];
  int descriptor = atomic_load(&report_descriptor);
  line message = {.count = 0};
  add(&message, "callboard: ");
  add_cause(&message, signal, info);
  if (descriptor >= 0) {
    line entry = {.count = 0};
    add_time(&entry);
    add(&entry, "critical: ");
    add_cause(&entry, signal, info);
    add(&entry, "; backtrace, the newest first:\n");
    put(&entry, descriptor);
    add(&message, "; the backtrace is in ");
    add(&message, report_path);
  } else {
    add(&message, "; backtrace, the newest first:");
  }
  add(&message, "\n");
  // The file first: writing to standard error may hang.
  int count = backtrace(frames, most_frames);
  if (descriptor >= 0) backtrace_symbols_fd(frames, count, descriptor);
  put(&message, STDERR_FILENO);
  if (descriptor < 0) backtrace_symbols_fd(frames, count, STDERR_FILENO);
}
