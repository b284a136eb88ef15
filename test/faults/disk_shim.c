// Preloaded into a program: makes its disk slow, full, read-only or forgetful. Used by tests of faults
// and by benchmarks. Only files under XB_SHIM_DATA are touched, except by XB_SHIM_SYNC_MS.
//   XB_SHIM_SYNC_MS=5      each fdatasync and fsync takes so much longer
//   XB_SHIM_CONTROL=DIR    looked at while running:
//     DIR/slow             a number: each sync takes so many milliseconds longer
//     DIR/full             writes that make a file longer fail with ENOSPC
//     DIR/low              statvfs says that 4 % are free, half a gibibyte at most
//   XB_SHIM_CUT_AFTER=n    the power goes at the n-th write: what was not synced is gone, sector by
//                          sector at random, and the process is killed
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

enum { sector = 512 };

// A write that no sync has followed yet, with what stood there before.
struct change {
  struct change* earlier;
  char path[PATH_MAX];
  off_t offset;
  size_t size;      // of `before`; less than what was written where the file was shorter
  off_t file_size;  // before the write
  char before[];
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct change* unsynced;
static long writes_seen;

#define REAL(name) ((__typeof__(&name))real_of(#name))

static void* real_of(const char* name) { return dlsym(RTLD_NEXT, name); }

static long number_in(const char* variable) {
  const char* text = getenv(variable);
  return text != NULL ? atol(text) : 0;
}

// The path of a file under XB_SHIM_DATA; false for any other.
static int is_ours(int file, char path[PATH_MAX]) {
  static const char* data;
  if (data == NULL) data = getenv("XB_SHIM_DATA");
  if (data == NULL) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = '\0';
  return strncmp(path, data, strlen(data)) == 0;
}

static int control(const char* name, long* number) {
  const char* folder = getenv("XB_SHIM_CONTROL");
  if (folder == NULL) return 0;
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE* file = fopen(path, "r");
  if (file == NULL) return 0;
  if (number != NULL && fscanf(file, "%ld", number) != 1) *number = 0;
  fclose(file);
  return 1;
}

static void wait_for_disk(void) {
  long ms = 0;
  if (!control("slow", &ms)) ms = 0;
  ms += number_in("XB_SHIM_SYNC_MS");
  if (ms > 0) {
    const struct timespec span = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&span, NULL);
  }
}

// Puts back what stood there, each sector with even chance, latest change first.
static void lose_unsynced(void) {
  srand((unsigned)writes_seen);
  for (struct change* change = unsynced; change != NULL; change = change->earlier) {
    const int file = REAL(open)(change->path, O_WRONLY | O_CLOEXEC);
    if (file < 0) continue;
    for (size_t at = 0; at < change->size; at += sector) {
      const size_t size = change->size - at < sector ? change->size - at : sector;
      if (rand() % 2 == 0)
        (void)!REAL(pwrite64)(file, change->before + at, size, change->offset + (off_t)at);
    }
    if (rand() % 2 == 0) (void)!REAL(ftruncate64)(file, change->file_size);
    close(file);
  }
}

static void cut_power(void) {
  lose_unsynced();
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// Called with the mutex held, before a write.
static void remember(int file, const char* path, off_t offset, size_t size) {
  struct stat state;
  if (fstat(file, &state) != 0) return;
  size_t old = 0;
  if (offset < state.st_size)
    old = (size_t)(state.st_size - offset) < size ? (size_t)(state.st_size - offset) : size;
  struct change* change = malloc(sizeof *change + old);
  if (change == NULL) return;
  const int copy = REAL(open)(path, O_RDONLY | O_CLOEXEC);
  const ssize_t got = copy < 0 ? -1 : pread64(copy, change->before, old, offset);
  if (copy >= 0) close(copy);
  if (got != (ssize_t)old) {
    free(change);
    return;
  }
  snprintf(change->path, sizeof change->path, "%s", path);
  change->offset = offset;
  change->size = old;
  change->file_size = state.st_size;
  change->earlier = unsynced;
  unsynced = change;
}

static void forget(const char* path) {
  struct change** at = &unsynced;
  while (*at != NULL) {
    struct change* change = *at;
    if (strcmp(change->path, path) == 0) {
      *at = change->earlier;
      free(change);
    } else {
      at = &change->earlier;
    }
  }
}

// 0 if the write may go on, else errno.
static int before_write(int file, off_t offset, size_t size) {
  char path[PATH_MAX];
  if (!is_ours(file, path) || strstr(path, "-shm") != NULL) return 0;
  struct stat state;
  if (control("full", NULL) && fstat(file, &state) == 0 &&
      offset + (off_t)size > state.st_size)
    return ENOSPC;
  const long cut_after = number_in("XB_SHIM_CUT_AFTER");
  if (cut_after > 0) {
    pthread_mutex_lock(&mutex);
    remember(file, path, offset, size);
    if (++writes_seen >= cut_after) cut_power();
    pthread_mutex_unlock(&mutex);
  }
  return 0;
}

static int sync_file(int file, int (*real)(int)) {
  wait_for_disk();
  const int result = real(file);
  char path[PATH_MAX];
  if (result == 0 && is_ours(file, path)) {
    pthread_mutex_lock(&mutex);
    forget(path);
    pthread_mutex_unlock(&mutex);
  }
  return result;
}

int fdatasync(int file) { return sync_file(file, REAL(fdatasync)); }
int fsync(int file) { return sync_file(file, REAL(fsync)); }

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  const int error = before_write(file, offset, size);
  if (error != 0) {
    errno = error;
    return -1;
  }
  return REAL(pwrite64)(file, bytes, size, offset);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  return pwrite64(file, bytes, size, offset);
}

ssize_t write(int file, const void* bytes, size_t size) {
  char path[PATH_MAX];
  if (is_ours(file, path)) {
    const int error = before_write(file, lseek(file, 0, SEEK_CUR), size);
    if (error != 0) {
      errno = error;
      return -1;
    }
  }
  return REAL(write)(file, bytes, size);
}

static fsblkcnt64_t little_of(fsblkcnt64_t blocks, unsigned long block_bytes) {
  const fsblkcnt64_t most = (512u << 20) / block_bytes;
  return blocks / 25 < most ? blocks / 25 : most;
}

int statvfs64(const char* path, struct statvfs64* state) {
  const int result = REAL(statvfs64)(path, state);
  if (result == 0 && control("low", NULL)) state->f_bavail = little_of(state->f_blocks, state->f_frsize);
  return result;
}

int statvfs(const char* path, struct statvfs* state) {
  const int result = REAL(statvfs)(path, state);
  if (result == 0 && control("low", NULL)) state->f_bavail = little_of(state->f_blocks, state->f_frsize);
  return result;
}
