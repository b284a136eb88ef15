#include "platform/clocks/story.h"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "core/json.h"
#include "platform/evidence/entries.h"

namespace xb::clocks {
namespace {

namespace json = boost::json;

constexpr std::size_t entries_max = 1000;  // of one subject at once

// Members of an entry's facts, of which it may have more than is asked for.
class Facts {
 public:
  explicit Facts(const std::string& text) {
    if (auto read = parse_json(text); read && read->is_object())
      object_ = std::move(read->get_object());
  }
  bool has(std::string_view name) const { return object_.contains(name); }
  template <class T>
  std::optional<T> at(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    if (value == nullptr) return {};
    auto read = Json<T>::read(*value);
    if (!read) return {};
    return std::move(*read);
  }
  std::optional<std::string> text(std::string_view name) const {
    const auto* value = object_.if_contains(name);
    if (value == nullptr || !value->is_string()) return {};
    return std::string(value->get_string());
  }
  std::int64_t number(std::string_view name) const { return at<std::int64_t>(name).value_or(0); }

 private:
  json::object object_;
};

void add_notice(Story& story, const evidence::TimelineEntry& entry) {
  const Facts facts(entry.facts.text);
  const std::int64_t id = facts.number("notice_id");
  if (entry.kind == "clock.acknowledged") {
    ToldNotice& notice = story.notices[id];
    notice.acknowledged_at = entry.at;
    notice.acknowledged_by = entry.actor_id.value_or(Id<Person>{});
    return;
  }
  auto kind = workflow::NoticeKind::overdue;
  if (entry.kind == "clock.warned") kind = workflow::NoticeKind::warning;
  if (entry.kind == "clock.rest_reminded") kind = workflow::NoticeKind::resting;
  story.notices[id] = {.clock_id = facts.number("clock_id"),
                       .kind = kind,
                       .rung = facts.at<workflow::Office>("rung").value_or(workflow::Office::owner),
                       .before = facts.number("before"),
                       .due_at = facts.at<Instant>("due_at").value_or(Instant{}),
                       .sent_at = entry.at,
                       .acknowledged_at = {},
                       .acknowledged_by = {}};
}

void add(Story& story, const evidence::TimelineEntry& entry) {
  for (Change& change : changes_in(entry.facts.text)) {
    ToldClock& clock = story.clocks[change.clock_id.number];
    clock.span = change.span.str();
    clock.steps.push_back(std::move(change.step));
  }
  if (entry.kind == "clock.warned" || entry.kind == "clock.escalated" ||
      entry.kind == "clock.rest_reminded" || entry.kind == "clock.acknowledged")
    add_notice(story, entry);
  if (entry.n == 1) {
    const Facts facts(entry.facts.text);
    if (!facts.has("clocks")) story.began_before_steps_at = facts.at<Instant>("received_at");
  }
  if (story.began_before_steps_at) story.moments.insert(entry.at.ms);
}

template <class Take>
void each_entry(Work& work, std::int64_t subject_id, Take&& take) {
  std::int64_t n = 0;
  for (;;) {
    const auto entries = evidence::timeline(work, subject_id, n, entries_max);
    for (const auto& entry : entries) {
      n = entry.n;
      take(entry);
    }
    if (entries.size() < entries_max) return;
  }
}

}  // namespace

std::vector<Change> changes_in(const std::string& facts) {
  if (facts.find("\"clocks\"") == std::string::npos) return {};
  return Facts(facts).at<std::vector<Change>>("clocks").value_or(std::vector<Change>{});
}

Story story_of(Work& work, std::int64_t subject_id) {
  Story out;
  each_entry(work, subject_id, [&](const auto& entry) { add(out, entry); });
  return out;
}

bool was_taken_out(Work& work, std::int64_t subject_id) {
  const std::int64_t all = evidence::count(work, subject_id);
  const auto newest = std::max<std::int64_t>(0, all - static_cast<std::int64_t>(entries_max));
  const auto entries = evidence::timeline(work, subject_id, newest, entries_max);
  return std::any_of(entries.begin(), entries.end(),
                     [](const auto& entry) { return entry.kind.ends_with(".import_undone"); });
}

std::map<std::int64_t, ToldCalendar> told_calendars(Work& work) {
  std::map<std::int64_t, ToldCalendar> out;
  each_entry(work, bank_id, [&](const evidence::TimelineEntry& entry) {
    if (entry.kind != "calendar.imported") return;
    const Facts facts(entry.facts.text);
    out[facts.number("version")] = {
        facts.number("year"), facts.text("source").value_or(std::string{}), facts.text("digest")};
  });
  return out;
}

}  // namespace xb::clocks
