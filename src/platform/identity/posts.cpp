#include "platform/identity/posts.h"

#include <algorithm>
#include <set>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"

namespace xb::identity {
namespace {

template <class Enum>
Enum choice(const toml::node_view<const toml::node>& node, Enum otherwise) {
  const auto text = node.value<std::string>();
  if (!text) return otherwise;
  const auto value = named<Enum>(*text);
  ensure(value.has_value(), "a post that ships says what there is not");
  return *value;
}

template <class Enum>
std::vector<Enum> choices(const toml::table& table, std::string_view key) {
  std::vector<Enum> out;
  if (const auto* array = table[key].as_array())
    for (const auto& node : *array)
      out.push_back(choice<Enum>(toml::node_view<const toml::node>{node}, Enum{}));
  return out;
}

Post post_in(const toml::table& table) {
  const toml::table& read = table;
  Post out{.code = read["code"].value_or(std::string{}),
           .name = read["name"].value_or(std::string{}),
           .name_en = read["name_en"].value_or(std::string{}),
           .kinds = choices<UnitKind>(table, "kinds"),
           .levels = choices<Level>(table, "levels"),
           .duty = choice(read["duty"], Duty::none),
           .needs_second_factor = read["second_factor"].value_or(false),
           .may_break_glass = read["break_glass"].value_or(false),
           .leads_complaints = read["leads_complaints"].value_or(false),
           .is_system = read["is_system"].value_or(false),
           .tuples = {}};
  ensure(!out.code.empty() && !out.name.empty() && !out.name_en.empty() && !out.kinds.empty(),
         "a post that ships is not whole");
  for (const auto& node : *read["grants"].as_array()) {
    const toml::table& grant = *node.as_table();
    out.tuples.push_back({grant["permission"].value_or(std::string{}),
                          choice(grant["reach"], Reach::department),
                          choice(grant["sensitivity"], Sensitivity::masked)});
  }
  std::sort(out.tuples.begin(), out.tuples.end(), [](const Tuple& a, const Tuple& b) {
    return std::pair{a.permission, b.reach} < std::pair{b.permission, a.reach};
  });
  return out;
}

std::map<std::string, Post, std::less<>> load_posts() {
  std::map<std::string, Post, std::less<>> out;
  for (const Asset& file : assets("data/posts/")) {
    const auto table = toml::parse(file.bytes);
    for (const auto& node : *table["post"].as_array()) {
      Post post = post_in(*node.as_table());
      ensure(!out.contains(post.code), "two posts have one code");
      std::string code = post.code;
      out.emplace(std::move(code), std::move(post));
    }
  }
  return out;
}

std::vector<std::string> texts(const toml::table& table, std::string_view part,
                               std::string_view key) {
  std::vector<std::string> out;
  for (const auto& node : *table[part][key].as_array()) out.push_back(node.value_or(std::string{}));
  return out;
}

SigningInRules load_rules() {
  const auto bytes = asset("data/identity/signing_in.toml");
  ensure(bytes.has_value(), "how one signs in does not ship");
  const auto table = toml::parse(*bytes);
  const auto number = [&](std::string_view part, std::string_view key) {
    const auto value = table[part][key].value<std::int64_t>();
    ensure(value && *value > 0, "how one signs in is not whole");
    return *value;
  };
  return {.idle_max = std::chrono::minutes{number("session", "idle_minutes")},
          .age_max = std::chrono::hours{number("session", "age_hours")},
          .recent_max = std::chrono::minutes{number("session", "recent_minutes")},
          .length_min = number("password", "length_min"),
          .classes_min = number("password", "classes_min"),
          .password_age_max = std::chrono::days{number("password", "age_days")},
          .passwords_remembered = number("password", "remembered"),
          .attempts_free = number("attempts", "free"),
          .attempts_of_network = number("attempts", "free_of_network"),
          .wait = std::chrono::seconds{number("attempts", "wait_seconds")},
          .wait_max = std::chrono::seconds{number("attempts", "wait_max_seconds")},
          .wait_of_network = std::chrono::seconds{number("attempts", "wait_of_network_seconds")},
          .forget_after = std::chrono::minutes{number("attempts", "forget_minutes")},
          .keep_sign_ins = std::chrono::days{number("record", "keep_days")},
          .totp_step = std::chrono::seconds{number("second_factor", "step_seconds")},
          .totp_drift = number("second_factor", "drift_steps"),
          .link_lives = std::chrono::minutes{number("reset", "link_minutes")},
          .ask_lives = std::chrono::hours{number("reset", "ask_hours")},
          .reset_shown = std::chrono::days{number("reset", "shown_days")},
          .glass_lives = std::chrono::minutes{number("break_glass", "minutes")},
          .glass_fields = number("break_glass", "fields"),
          .ruling_within = std::chrono::hours{number("break_glass", "ruling_hours")},
          .glass_permissions = texts(table, "break_glass", "permissions")};
}

}  // namespace

const std::map<std::string, Post, std::less<>>& posts() {
  static const auto all = load_posts();
  return all;
}

const Post* find_post(std::string_view code) {
  const auto found = posts().find(code);
  return found == posts().end() ? nullptr : &found->second;
}

bool exists_in(const Post& post, const Unit& unit) {
  const auto has = [](const auto& list, auto value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  };
  return has(post.kinds, unit.kind) && (post.levels.empty() || has(post.levels, unit.level));
}

const Tuple* tuple_for(const Post& post, Permission permission, Sensitivity sensitivity) {
  auto at = std::lower_bound(
      post.tuples.begin(), post.tuples.end(), permission.name(),
      [](const Tuple& tuple, std::string_view name) { return tuple.permission < name; });
  for (; at != post.tuples.end() && at->permission == permission.name(); ++at)
    if (at->sensitivity >= sensitivity) return &*at;
  return nullptr;
}

bool is_permission(std::string_view name) {
  static const auto known = [] {
    std::set<std::string, std::less<>> out;
    for (const auto& [code, post] : posts())
      for (const Tuple& tuple : post.tuples) out.insert(tuple.permission);
    return out;
  }();
  return known.contains(name);
}

bool is_of_system(std::string_view permission) {
  return std::any_of(posts().begin(), posts().end(), [&](const auto& one) {
    const auto& tuples = one.second.tuples;
    return one.second.is_system &&
           std::any_of(tuples.begin(), tuples.end(),
                       [&](const Tuple& tuple) { return tuple.permission == permission; });
  });
}

Reach least_reach(std::string_view permission) {
  Reach least = Reach::bank;
  for (const auto& [code, post] : posts())
    for (const Tuple& tuple : post.tuples)
      if (tuple.permission == permission) least = std::min(least, tuple.reach);
  return least;
}

const SigningInRules& signing_in_rules() {
  static const SigningInRules rules = load_rules();
  return rules;
}

bool is_opened_by_glass(Permission permission) {
  const auto& opened = signing_in_rules().glass_permissions;
  return std::find(opened.begin(), opened.end(), permission.name()) != opened.end();
}

}  // namespace xb::identity
