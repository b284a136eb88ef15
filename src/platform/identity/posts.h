// Posts and what they bundle, as data (data/posts), and how one signs in (data/identity). A grant
// is one tuple of permission, reach and sensitivity and is judged whole; where several of a post
// allow the same, the widest counts.
#pragma once

#include <chrono>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/permission.h"
#include "platform/identity/types.h"

namespace xb::identity {

struct Tuple {
  std::string permission;
  Reach reach = Reach::department;
  Sensitivity sensitivity = Sensitivity::masked;
};

struct Post {
  std::string code;
  std::string name;
  std::string name_en;
  std::vector<UnitKind> kinds;  // of units that have it
  std::vector<Level> levels;    // at which it exists; empty for all
  Duty duty = Duty::none;
  bool needs_second_factor = false;
  bool may_break_glass = false;
  bool leads_complaints = false;  // 投诉处理工作负责人 of its institution
  bool is_system = false;         // keeps the system: no business
  std::vector<Tuple> tuples;      // ordered by permission, the widest first
};

// All that ship, by code. Aborts on data that cannot be read: it was checked when it was built.
const std::map<std::string, Post, std::less<>>& posts();

// Nothing for a code that no post has.
const Post* find_post(std::string_view code);

bool exists_in(const Post& post, const Unit& unit);

// The widest tuple of the post that allows this, or nothing.
const Tuple* tuple_for(const Post& post, Permission permission, Sensitivity sensitivity);

// Every permission that any post bundles.
bool is_permission(std::string_view name);
// One that a post bundles that keeps the system.
bool is_of_system(std::string_view permission);
// The narrowest reach at which any post bundles it; its commands ask for no less.
Reach least_reach(std::string_view permission);

struct SigningInRules {
  std::chrono::minutes idle_max;
  std::chrono::hours age_max;
  std::chrono::minutes recent_max;
  std::int64_t length_min;
  std::int64_t classes_min;
  std::chrono::days password_age_max;
  std::int64_t passwords_remembered;  // the one in use among them
  std::int64_t attempts_free;
  std::int64_t attempts_of_network;
  std::chrono::seconds wait;
  std::chrono::seconds wait_max;
  std::chrono::seconds wait_of_network;
  std::chrono::minutes forget_after;
  std::chrono::days keep_sign_ins;
  std::chrono::seconds totp_step;
  std::int64_t totp_drift;
  std::chrono::minutes link_lives;
  std::chrono::hours ask_lives;
  std::chrono::days reset_shown;
  std::chrono::minutes glass_lives;
  std::int64_t glass_fields;
  std::chrono::hours ruling_within;
  std::vector<std::string> glass_permissions;
};

const SigningInRules& signing_in_rules();

// True for what breaking a glass opens, whatever one's post.
bool is_opened_by_glass(Permission permission);

}  // namespace xb::identity
