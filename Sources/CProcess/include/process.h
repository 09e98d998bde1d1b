// How a process begins and ends: its standard descriptors are open, its threads share a heap, and each
// signal that ends it leaves its terminal as it was.
//
// Where descriptor 0, 1 or 2 is closed at the start, /dev/null is opened there before anything else
// runs, for reading only: what is opened later never gets that number, and writing to it fails.
#pragma once

// All threads made from now on take memory from one heap; 1 where they do, 0 where the C library is not
// glibc. glibc gives each thread a heap of its own otherwise, which grows by one system call per page: one
// for each callback that opens a call.
int cp_share_heap(void);

// From now on the signals whose default is to end the process first restore the terminal
// (`cp_before_end`); a fault (SEGV, BUS, ILL, TRAP, FPE, ABRT, SYS) also writes a backtrace
// (`cp_report_to`). Then the process ends by that same signal, within a second, asking nobody.
// HUP, INT and TERM are left alone, and so is a signal that is ignored.
void cp_catch_fatal_signals(void);

// Gives this thread a stack for signals, so that one that has used up its own is reported too. Threads
// that are made later have one from their start.
void cp_use_signal_stack(void);
void cp_leave_signal_stack(void);

// Backtraces go to this file, and standard error says its path; with -1 they go to standard error.
void cp_report_to(int descriptor, const char *path);

// What is called before the process ends by a signal. It has to be async-signal-safe.
void cp_before_end(void (*restore)(void));

// Ends the process by a signal, whatever its handler and whether it is blocked or not.
_Noreturn void cp_end_by(int signal);
