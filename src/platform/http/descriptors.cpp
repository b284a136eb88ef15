#include "platform/http/descriptors.h"

#include <algorithm>
#include <sys/resource.h>

namespace xb::http {

std::size_t raise_descriptors_to(std::size_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  if (limit.rlim_cur >= wanted) return limit.rlim_cur;
  const rlimit raised{std::min<rlim_t>(wanted, limit.rlim_max), limit.rlim_max};
  return setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur;
}

std::size_t connections_within(std::size_t wanted, std::size_t kept, std::size_t limit) {
  const std::size_t left = limit > kept ? limit - kept : 0;
  return std::clamp<std::size_t>(left, 1, std::max<std::size_t>(wanted, 1));
}

}  // namespace xb::http
