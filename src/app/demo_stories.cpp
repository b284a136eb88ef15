#include "app/demo_stories.h"

#include <algorithm>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"

namespace xb::app {
namespace {

using privacy::Personal;

std::vector<std::string> strings(const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  if (const auto* array = table[key].as_array())
    for (const auto& element : *array) out.push_back(*element.value<std::string>());
  return out;
}

toml::table shipped(std::string_view path) {
  const auto bytes = asset(path);
  ensure(bytes.has_value(), "the demo's texts do not ship");
  return toml::parse(*bytes);
}

std::vector<Story> load_stories() {
  std::vector<Story> out;
  const auto table = shipped("data/demo/complaints.toml");
  for (const auto& node : *table["complaint"].as_array()) {
    const auto& from = *node.as_table();
    const auto text = [&](std::string_view key) { return from[key].value_or(std::string{}); };
    out.push_back({.source = text("source"),
                   .intake_channel = text("intake_channel"),
                   .business_channel = text("business_channel"),
                   .business = text("business"),
                   .cause = text("cause"),
                   .claim = text("claim"),
                   .summary = text("summary"),
                   .outcome = text("outcome"),
                   .description = text("description"),
                   .unit = text("unit"),
                   .between = strings(from, "between"),
                   .is_overdue = from["is_overdue"].value_or(false)});
  }
  return out;
}

// A day as `MM-DD` counts in every year.
bool is_within(const std::string& today, const std::vector<std::string>& between) {
  const std::string_view day = std::string_view{today}.substr(10 - between.at(0).size());
  return between.at(0) <= day && day <= between.at(1);
}

}  // namespace

bool Story::is_round_the_clock() const {
  return intake_channel == "hotline" || intake_channel == "mobile_app";
}

std::string Told::text(std::string out) const {
  for (const auto& [place, drawn] : {std::pair{std::string_view{"{amount}"}, &amount},
                                     {std::string_view{"{tail}"}, &tail},
                                     {std::string_view{"{street}"}, &street}})
    for (auto at = out.find(place); at != std::string::npos; at = out.find(place))
      out.replace(at, place.size(), *drawn);
  return out;
}

complaints::ImportedComplaint Told::complaint() const {
  complaints::ImportedComplaint out;
  out.source = complaints::Code::trusted(story->source);
  out.intake_channel = complaints::RequiredCode::trusted(story->intake_channel);
  out.business_channel = complaints::Code::trusted(story->business_channel);
  out.business = complaints::Code::trusted(story->business);
  out.cause = complaints::Code::trusted(story->cause);
  out.summary = complaints::Summary::trusted(text(story->summary));
  out.description = complaints::Description::trusted(text(story->description));
  out.claim = complaints::Claim::trusted(text(story->claim));
  out.received_at = received_at;
  out.complainant = person;
  return out;
}

Narrator::Narrator() : stories_(load_stories()), is_told_(stories_.size()) {
  const auto names = shipped("data/demo/names.toml");
  surnames_ = strings(names, "surnames");
  given_names_ = strings(names, "given_names");
  streets_ = strings(names, "streets");
}

Told Narrator::tell(Instant at, Open open) { return draw(next(open), at); }

Told Narrator::tell_overdue(Instant at) {
  const auto story =
      std::find_if(stories_.begin(), stories_.end(), [](const Story& s) { return s.is_overdue; });
  return draw(*story, at);
}

const Story& Narrator::next(Open open) {
  if (const Story* story = dated(open)) return *story;
  for (;;) {
    for (auto it = deck_.begin(); it != deck_.end(); ++it) {
      const Story& story = stories_[*it];
      if (open == Open::hotline && !story.is_round_the_clock()) continue;
      deck_.erase(it);
      return story;
    }
    shuffle();
  }
}

// Of those that can be told today the one that ends first; now and then another one comes between.
const Story* Narrator::dated(Open open) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < stories_.size(); ++i) {
    const Story& story = stories_[i];
    if (story.between.empty() || is_told_[i] || !is_within(today_, story.between)) continue;
    if (open == Open::hotline && !story.is_round_the_clock()) continue;
    const auto last = [&](std::size_t of) {
      const std::string& day = stories_[of].between[1];
      return day.substr(day.size() - 5);
    };
    if (!found || last(i) < last(*found)) found = i;
  }
  if (!found || below(3) == 0) return nullptr;
  is_told_[*found] = true;
  return &stories_[*found];
}

// Each story once before any comes again.
void Narrator::shuffle() {
  std::vector<std::size_t> more;
  for (std::size_t i = 0; i < stories_.size(); ++i)
    if (stories_[i].between.empty() && !stories_[i].is_overdue) more.push_back(i);
  for (std::size_t i = more.size(); i > 1; --i) std::swap(more[i - 1], more[below(i)]);
  deck_.insert(deck_.end(), more.begin(), more.end());
}

Told Narrator::draw(const Story& story, Instant at) {
  constexpr std::string_view prefixes[] = {"133", "135", "137", "139", "150", "158", "176", "188"};
  Told out;
  out.story = &story;
  out.received_at = at;
  out.person.name = Personal<privacy::Name>::trusted(pick(surnames_) + pick(given_names_));
  out.person.phone = Personal<privacy::Phone>::trusted(
      std::string{prefixes[below(std::size(prefixes))]} + digits(8));
  out.street = pick(streets_);
  out.amount = std::to_string(12 + below(below(2) == 0 ? 300 : 4800));
  out.tail = digits(4);
  if (below(3) == 0)
    out.person.address = Personal<privacy::Address>::trusted("江澜市" + pick(streets_) +
                                                             std::to_string(1 + below(180)) + "号");
  return out;
}

std::string Narrator::digits(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += static_cast<char>('0' + below(10));
  return out;
}

}  // namespace xb::app
