// First, as it defines __GLIBC__.
#include <stdlib.h>

#include "process.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

int cp_share_heap(void) {
#ifdef __GLIBC__
  return mallopt(M_ARENA_MAX, 1);
#else
  return 0;
#endif
}
