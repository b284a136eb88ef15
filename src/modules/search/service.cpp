#include "modules/search/service.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>

#include "core/encoding.h"
#include "core/number.h"
#include "modules/complaints/indexing/service.h"
#include "modules/referrals/indexing/service.h"
#include "modules/search/followers.h"
#include "modules/search/rules.h"
#include "modules/search/store.h"
#include "platform/identity/store.h"
#include "platform/storage/list.h"

namespace xb::search {
namespace {

constexpr std::size_t window_max = 256;  // documents looked at in one go
constexpr std::size_t kinds_of_others = 2;

// What stands in the result of something that may be seen; its words are told apart later.
using Lines = std::map<std::pair<HitKind, std::int64_t>, Hit>;

class Finder {
 public:
  Finder(Work& work, const Viewer& viewer, std::vector<std::u32string> words,
         const std::vector<HitKind>& kinds)
      : work_(work),
        viewer_(viewer),
        tokens_(work.keys),
        key_(body_key(work.keys)),
        words_(std::move(words)) {
    std::vector<ScopeOfKind> cases;
    Ways others;
    for_each_enumerator<HitKind>([&](std::string_view, HitKind kind) {
      const bool is_asked =
          kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
      const bool is_case = kind == HitKind::complaint || kind == HitKind::referral;
      const auto scope = is_asked ? scope_for(kind) : std::nullopt;
      if (scope) kinds_.push_back(kind);
      if (scope && is_case) cases.emplace_back(kind, *scope);
      if (scope && !is_case) others.push_back({sight_of(kind)});
    });
    constexpr auto end = std::numeric_limits<std::int64_t>::max();
    if (!cases.empty()) parts_.push_back({first_of_cases, end, {words_, ways_to(cases)}});
    const bool is_any_other = others.size() == kinds_of_others;
    if (!others.empty())
      parts_.push_back({0, first_of_cases, {words_, is_any_other ? Ways{} : others}});
  }

  Hits find(std::int64_t below, std::size_t limit) {
    const auto started = std::chrono::steady_clock::now();
    Hits out;
    for (const Part& part : parts_) {
      std::size_t window = limit + 1;
      below = std::min(below, part.end);
      for (bool is_over = below <= part.from; !is_over;) {
        const auto orders = candidates(work_.tx, tokens_, part.looking, {part.from, below}, window);
        for (auto& [order, hit] : hits_among(orders)) {
          if (out.items.size() == limit) {
            out.next_cursor = cursor(below);
            return out;
          }
          below = order;
          out.items.push_back(std::move(hit));
        }
        is_over = orders.size() < window;
        below = is_over ? part.from : orders.back();
        if (!is_over && std::chrono::steady_clock::now() - started > storage::work_max) {
          out.next_cursor = cursor(below);
          return out;
        }
        window = std::min(2 * window, window_max);
      }
    }
    return out;
  }

 private:
  // Cases come first, then units and people: a part of the order each, looked into by itself.
  struct Part {
    std::int64_t from = 0;
    std::int64_t end = 0;  // the first order behind it
    Looking looking;
  };

  static std::string cursor(std::int64_t below) { return base64("s/" + std::to_string(below)); }

  std::optional<Scope> scope_for(HitKind kind) const {
    switch (kind) {
      case HitKind::complaint:
        if (!viewer_.complaints) return {};
        return viewer_.complaints->scope;
      case HitKind::referral:
        if (!viewer_.referrals) return {};
        return viewer_.referrals->scope;
      case HitKind::unit:
      case HitKind::person: return Scope::whole_bank();
    }
    std::abort();
  }

  std::vector<std::pair<std::int64_t, Hit>> hits_among(const std::vector<std::int64_t>& orders) {
    std::vector<std::pair<Document, FoundAt>> with_words;
    for (Document& document : documents(work_.tx, orders)) {
      if (std::find(kinds_.begin(), kinds_.end(), document.kind) == kinds_.end()) continue;
      const auto fields = opened(key_, document.body, document.id.number);
      if (auto found = find_words(document.kind, fields, words_))
        with_words.emplace_back(std::move(document), std::move(*found));
    }
    Lines lines = seen(with_words);
    std::vector<std::pair<std::int64_t, Hit>> out;
    for (auto& [document, found] : with_words) {
      const auto line = lines.find({document.kind, document.subject_id});
      if (line == lines.end()) continue;
      Hit hit = std::move(line->second);
      hit.kind = document.kind;
      hit.id = document.subject_id;
      hit.place = found.place;
      hit.excerpt = std::move(found.excerpt);
      hit.marks = std::move(found.marks);
      out.emplace_back(document.id.number, std::move(hit));
    }
    return out;
  }

  // The rows themselves say what somebody sees, never the index.
  Lines seen(const std::vector<std::pair<Document, FoundAt>>& found) const {
    std::map<HitKind, std::vector<std::int64_t>> ids;
    for (const auto& [document, at] : found) ids[document.kind].push_back(document.subject_id);
    Lines out;
    if (viewer_.complaints)
      for (const auto& row :
           complaints::seen_by(work_, *viewer_.complaints, ids[HitKind::complaint])) {
        Hit& hit = out[{HitKind::complaint, row.id.number}];
        hit.number = row.number;
        hit.intake_kind = std::string{name_of(row.kind)};
        hit.state = std::string{name_of(row.state)};
        hit.at = row.received_at;
      }
    if (viewer_.referrals)
      for (const auto& row :
           referrals::seen_by(work_, *viewer_.referrals, ids[HitKind::referral])) {
        Hit& hit = out[{HitKind::referral, row.id.number}];
        hit.number = row.number.str();
        hit.bureau = std::string{name_of(row.bureau)};
        hit.state = std::string{name_of(row.state)};
        hit.at = row.received_at;
      }
    for (const std::int64_t id : ids[HitKind::unit]) add_unit(out, {id});
    for (const std::int64_t id : ids[HitKind::person]) add_person(out, {id});
    return out;
  }

  void add_unit(Lines& out, Id<Unit> id) const {
    const auto unit = identity::find_unit(work_.tx, id);
    if (!unit) return;
    const bool is_closed = unit->closed_on && *unit->closed_on <= work_.zone.date(work_.now);
    Hit& hit = out[{HitKind::unit, id.number}];
    hit.number = unit->code;
    hit.name = unit->name;
    hit.name_en = unit->name_en;
    hit.state = is_closed ? "closed" : "open";
  }

  void add_person(Lines& out, Id<Person> id) const {
    const auto person = identity::find_colleague(work_.tx, id);
    if (!person) return;
    Hit& hit = out[{HitKind::person, id.number}];
    hit.number = person->staff_no;
    hit.name = person->name;
    hit.state = std::string{name_of(person->status)};
  }

  Work& work_;
  const Viewer& viewer_;
  const Tokens tokens_;
  const sealing::DataKey key_;
  const std::vector<std::u32string> words_;
  std::vector<HitKind> kinds_;  // asked for, and open to whoever asks
  std::vector<Part> parts_;
};

Result<std::int64_t> below_of(const std::optional<Text<100>>& cursor) {
  if (!cursor || cursor->empty()) return std::numeric_limits<std::int64_t>::max();
  const auto bytes = from_base64(cursor->str());
  const auto below =
      bytes && bytes->starts_with("s/") ? parse_integer(bytes->substr(2)) : std::nullopt;
  if (!below) return refuse(Reason::invalid, "list.cursor", "cursor");
  return *below;
}

}  // namespace

Result<Hits> find(Work& work, const Viewer& viewer, const Question& question) {
  auto words = TRY(words_of(question.text.str()));
  const std::int64_t limit = question.limit.value_or(hits_default);
  if (limit < 1 || limit > hits_max) return refuse(Reason::invalid, "field.range", "limit");
  const std::int64_t below = TRY(below_of(question.cursor));
  Finder finder(work, viewer, std::move(words), question.kinds.value_or(std::vector<HitKind>{}));
  Hits out = finder.find(below, static_cast<std::size_t>(limit));
  out.unread = evidence::unread(work.tx, indexing_name);
  return out;
}

Result<Rebuilding> rebuild(Work& work) {
  evidence::restart(work.tx, indexing_name);  // which waits for the follower, if it is at work
  erase_all(work.tx);
  return Rebuilding{evidence::unread(work.tx, indexing_name)};
}

}  // namespace xb::search
