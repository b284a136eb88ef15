#include "app/portal.h"

#include <algorithm>
#include <fstream>

#include "app/modules.h"
#include "modules/portal/codes/service.h"
#include "modules/portal/drafts/service.h"
#include "modules/portal/noticing/service.h"

namespace xb::app {
namespace {

constexpr std::size_t token_max = 4096;

// One line of a file, without what ends it.
std::optional<std::string> line_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) return {};
  if (line.ends_with('\r')) line.pop_back();
  const bool is_plain =
      std::all_of(line.begin(), line.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  if (line.empty() || line.size() > token_max || !is_plain) return {};
  return line;
}

}  // namespace

portal::Settings portal_settings(const Configuration& configuration) {
  portal::Settings out;
  out.telephone = configuration.telephone;
  out.address = configuration.portal_address;
  for (const std::string& network : configuration.staff_networks)
    if (auto range = portal::Range::read(network)) out.staff_networks.push_back(std::move(*range));
  if (configuration.gateway) out.outlet = notices::Outlet::gateway;
  if (configuration.shows_notices) out.outlet = notices::Outlet::shown;
  return out;
}

Result<std::optional<notices::Gateway>> gateway_of(const Installation& installation) {
  auto gateway = installation.configuration.gateway;
  const auto& token = installation.configuration.gateway_token;
  if (!gateway || token.empty()) return gateway;
  auto line = line_of(installation.directory.root / token);  // an absolute path stays itself
  if (!line) return refuse(Reason::invalid, "notices.token", "notices.sms_token");
  gateway->token = std::move(*line);
  return gateway;
}

std::vector<evidence::Follower> followers_of(Installation& installation) {
  auto out = followers(installation.keys, *installation.taxonomies);
  out.push_back(portal::noticing({.keys = installation.keys,
                                  .limits = *installation.limits,
                                  .zone = installation.configuration.zone,
                                  .outlet = portal_settings(installation.configuration).outlet,
                                  .now = [&] { return installation.clock->now(); }}));
  return out;
}

std::int64_t sweep_portal(storage::Transaction& tx, Instant now) {
  return portal::sweep_drafts(tx, now) + portal::sweep_codes(tx, now) +
         notices::sweep_notices(tx, now);
}

}  // namespace xb::app
