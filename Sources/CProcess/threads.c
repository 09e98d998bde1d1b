#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

#include "process.h"

typedef int (*create_function)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

typedef struct {
  void *(*run)(void *);
  void *argument;
} thread_start;

static void leave_signal_stack(void *unused) {
  (void)unused;
  cp_leave_signal_stack();
}

static void *begin(void *argument) {
  thread_start start = *(thread_start *)argument;
  void *result;
  free(argument);
  cp_use_signal_stack();
  pthread_cleanup_push(leave_signal_stack, NULL);
  result = start.run(start.argument);
  pthread_cleanup_pop(1);
  return result;
}

// In the place of the C library's own, which it calls: a thread that has used up its stack is reported
// only if it has another one for the handler, and most threads are made by libraries.
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *),
                   void *argument) {
  static _Atomic(create_function) create;
  if (!create) create = (create_function)dlsym(RTLD_NEXT, "pthread_create");
  thread_start *start = create ? malloc(sizeof *start) : NULL;
  if (!start) return create ? create(thread, attributes, run, argument) : EAGAIN;
  *start = (thread_start){run, argument};
  int failure = create(thread, attributes, begin, start);
  if (failure) free(start);
  return failure;
}
