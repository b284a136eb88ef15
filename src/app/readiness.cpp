#include "app/readiness.h"

namespace xb::app {

Readiness readiness(const Installation& installation, const evidence::Followers& followers) {
  Readiness out;
  if (const std::string trouble = installation.database->trouble(); !trouble.empty())
    out.causes.push_back("storage " + trouble);
  if (!installation.clock->may_write()) out.causes.emplace_back("clock");
  for (const std::string& follower : followers.stopped())
    out.causes.push_back("follower " + follower);
  out.ready = out.causes.empty();
  return out;
}

}  // namespace xb::app
