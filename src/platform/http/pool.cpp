#include "platform/http/pool.h"

#include <sys/resource.h>
#include <sys/syscall.h>

#include <boost/asio/post.hpp>
#include <unistd.h>

namespace xb::http {
namespace {

// On Linux a thread has a niceness of its own.
void stand_back(int niceness) {
  thread_local const int done =
      setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), niceness);
  static_cast<void>(done);
}

}  // namespace

bool Pool::take(std::function<void()> work) {
  if (waiting_.fetch_add(1) >= size_.waiting_max) {
    --waiting_;
    return false;
  }
  boost::asio::post(threads_, [this, work = std::move(work)] {
    --waiting_;
    stand_back(size_.niceness);
    work();
  });
  return true;
}

}  // namespace xb::http
