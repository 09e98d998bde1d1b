#define _GNU_SOURCE

#include <fcntl.h>
#include <unistd.h>

#include "process.h"

// Before main, as Swift's runtime opens descriptors of its own.
__attribute__((constructor)) static void open_standard_descriptors(void) {
  int descriptor;
  do descriptor = open("/dev/null", O_RDONLY);
  while (descriptor >= 0 && descriptor <= STDERR_FILENO);
  if (descriptor >= 0) close(descriptor);
}
