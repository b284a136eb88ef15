#include "app/demo.h"

#include <cstdio>
#include <random>

#include <toml++/toml.h>

#include "core/assets.h"
#include "core/ensure.h"
#include "modules/complaints/closure/service.h"
#include "modules/complaints/importing/service.h"
#include "modules/complaints/registration/service.h"
#include "platform/identity/store.h"

namespace xb::app {
namespace {

using privacy::Personal;

constexpr std::int64_t whole_stories = 200;  // of the newest, registered step by step
constexpr std::int64_t a_command = 200;
constexpr auto span = std::chrono::days{730};

struct Story {
  std::string source, intake_channel, business_channel, business, cause, claim, description;
};

struct Material {
  std::vector<Story> stories;
  std::vector<std::string> surnames, given_names, streets;
};

std::vector<std::string> strings(const toml::table& table, std::string_view key) {
  std::vector<std::string> out;
  for (const auto& element : *table[key].as_array()) out.push_back(*element.value<std::string>());
  return out;
}

toml::table shipped(std::string_view path) {
  const auto bytes = asset(path);
  ensure(bytes.has_value(), "the demo's texts do not ship");
  return toml::parse(*bytes);
}

Material load_material() {
  Material out;
  const auto stories = shipped("data/demo/complaints.toml");
  for (const auto& node : *stories["complaint"].as_array()) {
    const auto& table = *node.as_table();
    const auto text = [&](std::string_view key) { return table[key].value_or(std::string{}); };
    out.stories.push_back({text("source"), text("intake_channel"), text("business_channel"),
                           text("business"), text("cause"), text("claim"), text("description")});
  }
  const auto names = shipped("data/demo/names.toml");
  out.surnames = strings(names, "surnames");
  out.given_names = strings(names, "given_names");
  out.streets = strings(names, "streets");
  return out;
}

// Makes up complaints; the same seed makes the same ones.
class Author {
 public:
  explicit Author(const Material& material) : material_(material) {}

  complaints::ImportedComplaint write(Instant received_at) {
    const Story& story = pick(material_.stories);
    complaints::ImportedComplaint out;
    out.source = complaints::Code::trusted(story.source);
    out.intake_channel = complaints::RequiredCode::trusted(story.intake_channel);
    out.business_channel = complaints::Code::trusted(story.business_channel);
    out.business = complaints::Code::trusted(story.business);
    out.cause = complaints::Code::trusted(story.cause);
    out.summary = complaints::Summary::trusted(story.business + "：" + story.cause);
    out.description = complaints::Description::trusted(story.description);
    out.claim = complaints::Claim::trusted(story.claim);
    out.received_at = received_at;
    complaints::NewComplainant person;
    person.name =
        Personal<privacy::Name>::trusted(pick(material_.surnames) + pick(material_.given_names));
    person.phone = Personal<privacy::Phone>::trusted(mobile());
    if (below(3) == 0)
      person.address = Personal<privacy::Address>::trusted("江澜市" + pick(material_.streets) +
                                                           std::to_string(1 + below(180)) + "号");
    out.complainant = std::move(person);
    return out;
  }

  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[below(from.size())];
  }

 private:
  std::string mobile() {
    constexpr std::string_view prefixes[] = {"133", "135", "137", "139",
                                             "150", "158", "176", "188"};
    std::string out{prefixes[below(std::size(prefixes))]};
    for (int i = 0; i < 8; ++i) out += static_cast<char>('0' + below(10));
    return out;
  }

  const Material& material_;
  std::mt19937_64 random_{20261120};
};

complaints::NewComplaint as_new(const complaints::ImportedComplaint& from) {
  return {from.source,
          from.intake_channel,
          from.business_channel,
          from.business,
          from.cause,
          from.summary,
          from.description,
          from.claim,
          from.received_at,
          from.complainant.value_or(complaints::NewComplainant{})};
}

// In hours when a bank works: the day's share of a working day from nine to five.
Instant office_hours(Instant at, Zone zone, Author& author) {
  const auto minutes = std::chrono::minutes{9 * 60 + static_cast<int>(author.below(8 * 60))};
  return zone.start(zone.date(at)) + minutes +
         std::chrono::seconds{static_cast<int>(author.below(60))};
}

class Filler {
 public:
  Filler(Installation& installation, std::int64_t count)
      : installation_(installation),
        count_(count),
        author_(material_),
        end_(installation.clock->now()),
        start_(end_ - span) {
    installation.database->read([&](storage::Transaction& tx) {
      for (const Unit& unit : identity::units(tx))
        if (unit.level == Level::outlet)
          places_.push_back({unit.branch_id, unit.sub_branch_id, unit.id});
    });
  }

  void fill() {
    for (std::int64_t done = 0; done < count_; done += a_command) {
      installation_.database->write(storage::Lane::bulk, [&](storage::Transaction& tx) {
        for (std::int64_t i = done; i < std::min(count_, done + a_command); ++i) add(tx, i);
        return true;
      });
      if (count_ >= 100'000 && done % 100'000 == 0)
        std::fprintf(stderr, "%lld of %lld complaints\n", static_cast<long long>(done),
                     static_cast<long long>(count_));
    }
    installation_.place_entries();
  }

 private:
  // The i-th of all, in the order of time. The newest take their real steps.
  void add(storage::Transaction& tx, std::int64_t i) {
    Work work = installation_.work(tx);
    const Instant wished = start_ + (end_ - start_) / count_ * i;
    const Instant received_at =
        std::min(office_hours(wished, work.zone, author_), end_ - std::chrono::minutes{1});
    work.now = std::max(received_at, last_);
    last_ = work.now;
    work.actor.place = author_.pick(places_);
    auto complaint = author_.write(received_at);
    const bool is_old = end_ - received_at > std::chrono::days{20};
    if (count_ - i > whole_stories) {
      if (is_old) {
        complaint.state = complaints::State::closed;
        complaint.closed_at =
            received_at + std::chrono::hours{24 * (1 + static_cast<int>(author_.below(14)))};
      }
      complaints::import_complaint(work, complaint);
      return;
    }
    const auto registered = complaints::register_complaint(work, as_new(complaint));
    ensure(registered.has_value(), "the demo's complaint is refused");
    if (is_old && author_.below(8) != 0)
      ensure(complaints::close(work, registered->id, {}).has_value(), "the demo cannot close");
  }

  Installation& installation_;
  const std::int64_t count_;
  const Material material_ = load_material();
  Author author_;
  Instant end_;
  Instant start_;
  Instant last_;
  std::vector<Place> places_;
};

}  // namespace

void fill_demo_bank(Installation& installation, std::int64_t count) {
  if (count > 0) Filler(installation, count).fill();
}

}  // namespace xb::app
