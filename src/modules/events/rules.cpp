#include "modules/events/rules.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/json_struct.h"

namespace xb::events {
namespace {

// The first word of a kind.
std::string_view family(std::string_view kind) { return kind.substr(0, kind.find('.')); }

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 7> of_organisation{
    "appointment", "grant", "jurisdiction", "person", "post", "substitute", "unit"};
// What is kept from whole lines of the bank, and what concerns one's own account.
constexpr std::array<std::string_view, 4> of_nobody{"bank", "glass", "reset", "tip_off"};
constexpr std::array<std::string_view, 9> readings{"complaint.attachment_opened",
                                                   "complaint.exported",
                                                   "complaint.opened",
                                                   "complaint.searched",
                                                   "referral.compared",
                                                   "referral.exported",
                                                   "referral.opened",
                                                   "search.asked",
                                                   "glass.spent"};

// What tells somebody something, and what takes it away again.
constexpr std::array<std::string_view, 17> of_notices{
    "approval.asked",       "approval.granted",  "approval.handed_back", "approval.refused",
    "clock.acknowledged",   "clock.escalated",   "clock.rest_reminded",  "clock.warned",
    "complaint.assigned",   "complaint.closed",  "complaint.joined",     "complaint.raised",
    "complaint.redirected", "complaint.refused", "complaint.taken_over", "complaint.withdrawn",
    "referral.taken_up"};

std::string event(std::string_view name, std::int64_t place, std::string_view data) {
  return "event: " + std::string{name} + "\nid: " + std::to_string(place) +
         "\ndata: " + std::string{data} + "\n\n";
}

std::string changed(What what, std::optional<std::int64_t> id, std::int64_t place) {
  std::string data = R"({"what":")" + std::string{name_of(what)} + '"';
  if (id) data += R"(,"id":)" + std::to_string(*id);
  return event("changed", place, data + "}");
}

}  // namespace

About about(std::string_view kind) {
  const std::string_view word = family(kind);
  if (is_one_of(word, of_organisation)) return About::organisation;
  if (is_one_of(word, of_nobody)) return About::nothing;
  if (word == "calendar") return About::calendar;
  if (word == "import") return About::import;
  return About::subject;
}

bool is_reading(std::string_view kind) { return is_one_of(kind, readings); }

bool moves_notices(std::string_view kind) { return is_one_of(kind, of_notices); }

bool lies_within(const Scope& scope, const Standing& standing) {
  const auto is_unit = [&](Id<Unit> unit) { return scope.unit && unit == scope.unit; };
  if (is_unit(standing.handling_unit_id)) return true;
  switch (scope.level) {
    case Level::bank: return true;
    case Level::branch: return is_unit(standing.branch_id);
    case Level::sub_branch: return is_unit(standing.sub_branch_id);
    case Level::outlet: return is_unit(standing.outlet_id);
    case Level::department: return false;
  }
  return false;
}

bool is_kept_from(const Ear& ear, const Standing& standing) {
  const auto works_in = [&](Id<Unit> unit) {
    return unit && (unit == ear.unit || std::find(ear.other_units.begin(), ear.other_units.end(),
                                                  unit) != ear.other_units.end());
  };
  const Id<Person> accused = standing.accused_id;
  return (accused && (accused == ear.person || accused == ear.on_behalf_of)) ||
         works_in(standing.shut_unit_id) ||
         std::any_of(standing.accused_units.begin(), standing.accused_units.end(), works_in);
}

namespace {

std::optional<Changed> heard_by_readers(const std::optional<Scope>& scope, const News& news) {
  if (!scope) return {};
  if (lies_within(*scope, news.standing)) return news.changed;
  if (news.before && lies_within(*scope, *news.before)) return Changed{news.changed.what, {}};
  return {};
}

bool is_addressed(const Ear& ear, const News& news) {
  switch (news.audience) {
    case Audience::unit: return news.unit_id && news.unit_id == ear.unit;
    case Audience::chairs:
      return std::any_of(ear.chairs.begin(), ear.chairs.end(), [&](const Chair& chair) {
        return std::find(news.chairs.begin(), news.chairs.end(), chair) != news.chairs.end();
      });
    case Audience::person: return news.person_id && news.person_id == ear.person;
    case Audience::everyone: return true;
    case Audience::readers_of_cases:
    case Audience::readers_of_referrals:
    case Audience::readers_of_notices: break;
  }
  return false;
}

}  // namespace

std::optional<Changed> heard(const Ear& ear, const News& news) {
  if (is_kept_from(ear, news.standing)) return {};
  if (news.audience == Audience::readers_of_cases) return heard_by_readers(ear.cases, news);
  if (news.audience == Audience::readers_of_referrals) return heard_by_readers(ear.referrals, news);
  if (news.audience == Audience::readers_of_notices) return heard_by_readers(ear.notices, news);
  if (!is_addressed(ear, news)) return {};
  return news.changed;
}

void Waiting::add(const Changed& changed) {
  const auto [at, is_new] = kinds_.try_emplace(changed.what);
  std::set<std::int64_t>& ids = at->second;
  const bool is_all = !is_new && ids.empty();
  if (is_all) return;
  if (!changed.id || ids.size() >= ids_max)
    ids.clear();
  else
    ids.insert(*changed.id);
}

std::string Waiting::take(std::int64_t place) {
  std::string out;
  for (const auto& [what, ids] : kinds_) {
    if (ids.empty()) out += changed(what, {}, place);
    for (const std::int64_t id : ids) out += changed(what, id, place);
  }
  kinds_.clear();
  return out;
}

std::string hello(std::int64_t place) { return "retry: 3000\n\n" + event("hello", place, "{}"); }

std::string refetch(std::int64_t place) { return event("refetch", place, "{}"); }

// An id alone is no event, but is kept.
std::string beat(std::int64_t place) { return ": beat\nid: " + std::to_string(place) + "\n\n"; }

std::optional<std::int64_t> place_in(std::string_view last_event_id) {
  std::int64_t out = 0;
  const char* const end = last_event_id.data() + last_event_id.size();
  const auto read = std::from_chars(last_event_id.data(), end, out);
  if (read.ec != std::errc{} || read.ptr != end || out < 0) return {};
  return out;
}

}  // namespace xb::events
