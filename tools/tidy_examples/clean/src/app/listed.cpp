#include "core/id.h"

int run() {
  try {
    return serve();
  } catch (...) {
    return 2;
  }
}
