#include "modules/search/followers.h"

#include <algorithm>
#include <map>
#include <set>

#include "modules/complaints/indexing/service.h"
#include "modules/referrals/indexing/service.h"
#include "modules/search/rules.h"
#include "modules/search/store.h"
#include "platform/identity/store.h"

namespace xb::search {
namespace {

constexpr std::size_t founded_max = 500;  // units, people

using Subject = std::pair<HitKind, std::int64_t>;

// What something is found by, or nothing if there is no such thing.
struct Shape {
  std::int64_t order = 0;
  std::string sights;
};

void add_field(std::vector<Field>& fields, HitPlace place, std::string text) {
  if (!text.empty()) fields.push_back({place, std::move(text)});
}

template <class Where>
Shape shape_of_case(HitKind kind, const Where& where, std::int64_t id) {
  std::string sights = sight_of(kind);
  std::set<std::int64_t> units;
  for (const Id<Unit> unit :
       {where.branch_id, where.sub_branch_id, where.outlet_id, where.handling_unit_id})
    if (unit && units.insert(unit.number).second) sights += " " + sight_of(unit);
  return {order_of_case(where.received_at, id), std::move(sights)};
}

template <class Kind>
void add_hidden(std::vector<Field>& fields, HitPlace place,
                const std::optional<privacy::Personal<Kind>>& value,
                const std::vector<std::string>& secrets) {
  if (value) add_field(fields, place, hidden(value->reveal(), secrets));
}

class Index {
 public:
  Index(storage::Transaction& tx, const sealing::Keyring& keys)
      : work_{.tx = tx,
              .keys = keys,
              .actor = Actor::system(),
              .now = {},
              .zone = {},
              .id = {},
              .if_version = {},
              .limits = nullptr},
        tokens_(keys),
        key_(body_key(keys)) {}

  void note(const evidence::PlacedEntry& entry) {
    const std::string_view kind = entry.kind;
    if (kind.starts_with("complaint.")) changed_.insert({HitKind::complaint, entry.subject_id});
    if (kind.starts_with("referral.")) changed_.insert({HitKind::referral, entry.subject_id});
    if (kind.starts_with("unit.")) changed_.insert({HitKind::unit, entry.subject_id});
    if (kind.starts_with("person.")) changed_.insert({HitKind::person, entry.subject_id});
    if (kind != "bank.founded") return;
    for (const std::int64_t id : first_units(work_.tx, founded_max))
      changed_.insert({HitKind::unit, id});
    for (const std::int64_t id : first_people(work_.tx, founded_max))
      changed_.insert({HitKind::person, id});
  }

  // What an entry says something has happened to is read again and put at its place, or taken out
  // if it is gone.
  void keep() {
    for (auto one = changed_.rbegin(); one != changed_.rend(); ++one) renew(*one);
    std::sort(coming_.begin(), coming_.end(),
              [](const Document& a, const Document& b) { return a.id > b.id; });
    for (const Document& document : coming_) insert(work_.tx, document, cut_of(document));
  }

 private:
  void renew(const Subject& subject) {
    const auto [kind, id] = subject;
    auto there = document_of(work_.tx, kind, id);
    const auto shape = shape_of(kind, id);
    if (there && !shape) erase(work_.tx, *there, cut_of(*there));
    if (!shape) return;
    const bool is_case = kind == HitKind::complaint || kind == HitKind::referral;
    // The texts of a case never change once it is in; where it lies does.
    if (there && is_case && there->sights == shape->sights) return;
    const auto fields = there && is_case ? fields_of(*there) : texts_of(kind, id);
    if (there && !is_case && fields == fields_of(*there)) return;
    if (there) erase(work_.tx, *there, cut_of(*there));
    const std::int64_t order = there ? there->id.number : free_order(shape->order);
    taken_.insert(order);
    coming_.push_back({{order}, kind, id, shape->sights, sealed(key_, fields, order)});
  }

  std::int64_t free_order(std::int64_t order) const {
    while (taken_.contains(order) || is_taken(work_.tx, order)) ++order;
    return order;
  }

  std::optional<Shape> shape_of(HitKind kind, std::int64_t id) {
    switch (kind) {
      case HitKind::complaint: {
        const auto where = complaints::whereabouts(work_, {id});
        if (!where) return {};
        return shape_of_case(kind, *where, id);
      }
      case HitKind::referral: {
        const auto where = referrals::whereabouts(work_, {id});
        if (!where) return {};
        return shape_of_case(kind, *where, id);
      }
      case HitKind::unit:
        if (!identity::find_unit(work_.tx, {id})) return {};
        return Shape{order_of_other(kind, id), sight_of(kind)};
      case HitKind::person:
        if (!identity::find_colleague(work_.tx, {id})) return {};
        return Shape{order_of_other(kind, id), sight_of(kind)};
    }
    std::abort();
  }

  std::vector<Field> texts_of(HitKind kind, std::int64_t id) {
    std::vector<Field> out;
    switch (kind) {
      case HitKind::complaint: add_complaint(out, {id}); break;
      case HitKind::referral: add_referral(out, {id}); break;
      case HitKind::unit:
        if (const auto unit = identity::find_unit(work_.tx, {id})) {
          add_field(out, HitPlace::number, unit->code);
          add_field(out, HitPlace::name, unit->name);
          add_field(out, HitPlace::name_en, unit->name_en);
        }
        break;
      case HitKind::person:
        if (const auto person = identity::find_colleague(work_.tx, {id})) {
          add_field(out, HitPlace::number, person->staff_no);
          add_field(out, HitPlace::name, person->name);
        }
        break;
    }
    return out;
  }

  void add_complaint(std::vector<Field>& out, Id<complaints::Complaint> id) {
    const auto texts = complaints::texts_of(work_, id);
    if (!texts) return;
    add_field(out, HitPlace::number, texts->number);
    add_field(out, HitPlace::source_number, texts->source_number.value_or(std::string{}));
    add_field(out, HitPlace::summary, hidden(texts->summary.reveal(), texts->secrets));
    add_hidden(out, HitPlace::description, texts->description, texts->secrets);
    add_hidden(out, HitPlace::claim, texts->claim, texts->secrets);
  }

  void add_referral(std::vector<Field>& out, Id<referrals::Referral> id) {
    const auto texts = referrals::texts_of(work_, id);
    if (!texts) return;
    add_field(out, HitPlace::number, texts->number.str());
    if (texts->topic) add_field(out, HitPlace::topic, texts->topic->str());
    add_field(out, HitPlace::wording, hidden(texts->wording.reveal(), texts->secrets));
    add_hidden(out, HitPlace::demand, texts->demand, texts->secrets);
  }

  std::vector<Field> fields_of(const Document& document) const {
    return opened(key_, document.body, document.id.number);
  }

  std::vector<Token> cut_of(const Document& document) const {
    return cut(tokens_, document.kind, fields_of(document), document.sights,
               stretch_for(work_.tx.dialect(), document.id.number));
  }

  Work work_;
  const Tokens tokens_;
  const sealing::DataKey key_;
  std::set<Subject> changed_;
  std::set<std::int64_t> taken_;
  std::vector<Document> coming_;
};

}  // namespace

evidence::Follower indexing(const sealing::Keyring& keys) {
  return {std::string{indexing_name},
          [&keys](storage::Transaction& tx, const std::vector<evidence::PlacedEntry>& entries) {
            Index index(tx, keys);
            for (const auto& entry : entries) index.note(entry);
            index.keep();
          }};
}

}  // namespace xb::search
