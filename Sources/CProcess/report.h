// What a fault leaves behind.
#pragma once

#include <signal.h>

// Does what must not be done in a signal handler for the first time.
void cp_prepare_report(void);
// Async-signal-safe.
void cp_report(int signal, const siginfo_t *info);
