#include "platform/identity/signing_in/attempts.h"

#include <algorithm>

#include "core/encoding.h"
#include "platform/identity/posts.h"
#include "platform/identity/rules.h"
#include "platform/identity/store.h"

namespace xb::identity {
namespace {

std::string source_of(const sealing::Keyring& keys, std::string_view what, std::string_view login,
                      std::string_view network) {
  const std::string said =
      std::string{what} + "\n" + std::string{login} + "\n" + std::string{network};
  return base64(keys.mac(sealing::Purpose::session, said)).substr(0, 24);
}

bool is_forgotten(const std::optional<AttemptsRow>& attempts, std::int64_t free, Instant now) {
  return !attempts || attempts->failures < free ||
         now - attempts->last_at > signing_in_rules().forget_after;
}

}  // namespace

Sources sources_of(const sealing::Keyring& keys, std::string_view login, std::string_view remote) {
  const std::string network = network_of(remote);
  return {source_of(keys, "attempt", folded_login(login), network),
          source_of(keys, "network", {}, network)};
}

std::string code_source(const sealing::Keyring& keys, Id<Person> person) {
  return source_of(keys, "code", std::to_string(person.number), {});
}

void add_attempts(storage::Transaction& tx, const Sources& sources, Instant now) {
  add_attempt(tx, sources.login, now);
  add_attempt(tx, sources.network, now);
}

Result<void> check_wait(const std::optional<AttemptsRow>& attempts, Instant now) {
  const SigningInRules& rules = signing_in_rules();
  if (is_forgotten(attempts, rules.attempts_free, now)) return {};
  const auto doublings = std::min<std::int64_t>(attempts->failures - rules.attempts_free, 16);
  const auto wait = std::min(rules.wait * (std::int64_t{1} << doublings), rules.wait_max);
  if (now - attempts->last_at < wait) return refuse(Reason::too_many, "session.wait");
  return {};
}

Result<void> check_network(const std::optional<AttemptsRow>& attempts, Instant now) {
  const SigningInRules& rules = signing_in_rules();
  if (!is_forgotten(attempts, rules.attempts_of_network, now) &&
      now - attempts->last_at < rules.wait_of_network)
    return refuse(Reason::too_many, "session.wait");
  return {};
}

}  // namespace xb::identity
