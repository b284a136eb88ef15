// A broken invariant is a bug: the process ends, SQL rolls back, the supervisor restarts.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace xb {

// `what` is a literal of ours, never input.
inline void ensure(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "xiaobao: broken invariant: %s\n", what);
  std::abort();
}

}  // namespace xb
