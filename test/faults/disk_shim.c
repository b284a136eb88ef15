// Preloaded into a program: makes its disk slow, full or forgetful. Used by tests and benchmarks.
//   XB_SHIM_SYNC_MS=5     each fdatasync and fsync takes so much longer
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static long sync_ms(void) {
  static long cached = -1;
  if (cached < 0) {
    const char* text = getenv("XB_SHIM_SYNC_MS");
    cached = text != NULL ? atol(text) : 0;
  }
  return cached;
}

static void wait_for_disk(void) {
  const long ms = sync_ms();
  if (ms > 0) {
    const struct timespec span = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&span, NULL);
  }
}

int fdatasync(int file) {
  static int (*real)(int) = NULL;
  if (real == NULL) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  wait_for_disk();
  return real(file);
}

int fsync(int file) {
  static int (*real)(int) = NULL;
  if (real == NULL) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  wait_for_disk();
  return real(file);
}
