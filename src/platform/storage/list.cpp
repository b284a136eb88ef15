#include "platform/storage/list.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "core/encoding.h"
#include "core/ensure.h"

namespace xb::storage {
namespace {

constexpr std::size_t window_least = 100;
constexpr std::size_t window_max = 1000;
constexpr std::size_t values_max = 100;
constexpr std::string_view end_of_rest = "/rest";

template <class Spec>
const Spec* find(const std::vector<Spec>& specs, std::string_view name) {
  const auto at =
      std::find_if(specs.begin(), specs.end(), [&](const Spec& spec) { return spec.name == name; });
  return at == specs.end() ? nullptr : &*at;
}

// What a plan shall go by. A unary plus keeps a column's index out of it: SQLite would go through
// all rows of the unit for the few whose ids are known.
enum class Lead { unit, id };

void in_scope(Query& query, Scope scope, Lead lead) {
  const auto within = [&](Fragment by_unit, Fragment by_id, std::vector<Cell> units) {
    query.where(lead == Lead::unit ? by_unit : by_id, std::move(units));
  };
  const std::int64_t unit = scope.unit.number;
  switch (scope.level) {
    case Level::bank: return;
    case Level::branch:
      return within("(branch_id = ? OR handling_unit_id = ?)",
                    "(+branch_id = ? OR +handling_unit_id = ?)", {unit, unit});
    case Level::sub_branch:
      return within("(sub_branch_id = ? OR handling_unit_id = ?)",
                    "(+sub_branch_id = ? OR +handling_unit_id = ?)", {unit, unit});
    case Level::outlet:
      return within("(outlet_id = ? OR handling_unit_id = ?)",
                    "(+outlet_id = ? OR +handling_unit_id = ?)", {unit, unit});
    case Level::department: return within("handling_unit_id = ?", "+handling_unit_id = ?", {unit});
  }
}

bool whole_number(std::string_view text, std::int64_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

struct HitRow {
  std::int64_t id = 0;
  std::int64_t sort = 0;
  std::int64_t hit = 0;
  std::int64_t rest = 0;
};
BOOST_DESCRIBE_STRUCT(HitRow, (), (id, sort, hit, rest))

void in_line(Query& query, Scope scope) {
  switch (scope.level) {
    case Level::bank: return;
    case Level::branch: query.where("branch_id = ?", scope.unit); return;
    case Level::sub_branch: query.where("sub_branch_id = ?", scope.unit); return;
    case Level::outlet: query.where("outlet_id = ?", scope.unit); return;
    case Level::department: query.where("handling_unit_id = ?", scope.unit); return;
  }
}

Restriction::Restriction(Fragment condition, std::vector<Cell> values) {
  pieces_.push_back({condition, std::move(values)});
}

Restriction Restriction::inside(Fragment start, std::vector<Cell> values,
                                std::optional<Restriction> inner) {
  Restriction out(start, std::move(values));
  if (inner) {
    out.pieces_.push_back({Fragment{"AND"}, {}});
    for (Piece& piece : inner->pieces_) out.pieces_.push_back(std::move(piece));
  }
  out.pieces_.push_back({Fragment{")"}, {}});
  return out;
}

void Restriction::narrow(Query& query) const {
  query.where(pieces_.front().text, pieces_.front().values);
  for (std::size_t i = 1; i < pieces_.size(); ++i) query.add(pieces_[i].text, pieces_[i].values);
}

void in_scope(Query& query, Scope scope) { in_scope(query, scope, Lead::unit); }

void in_sight(Query& query, const Actor& viewer) {
  in_scope(query, viewer.scope);
  if (const auto kept = kept_from(viewer)) kept->narrow(query);
}

void in_sight(Query& query, const std::vector<std::int64_t>& ids, const Actor& viewer) {
  query.where_in("id", {ids.begin(), ids.end()});
  in_scope(query, viewer.scope, Lead::id);
  if (const auto kept = kept_from(viewer)) kept->narrow(query);
}

void left_behind(Query& query, Id<Unit> unit, const Place& place) {
  query.where(
      "(outlet_id = ? OR (sub_branch_id = ? AND outlet_id IS NULL)"
      " OR (branch_id = ? AND sub_branch_id IS NULL AND outlet_id IS NULL))",
      unit, unit, unit);
  query.where(
      "(COALESCE(branch_id, 0) <> ? OR COALESCE(sub_branch_id, 0) <> ?"
      " OR COALESCE(outlet_id, 0) <> ?)",
      place.branch_id.number, place.sub_branch_id.number, place.outlet_id.number);
}

std::optional<Restriction> kept_from(const Actor& viewer) {
  if (!viewer.person) return {};
  std::vector<Cell> units{viewer.unit.number};
  for (const Id<Unit> unit : viewer.other_units) units.emplace_back(unit.number);
  ensure(units.size() <= units_of_one_max, "somebody works in too many units");
  units.resize(units_of_one_max, std::int64_t{0});
  std::vector<Cell> values{viewer.person.number, viewer.on_behalf_of.number,
                           Column<Date>::to(viewer.today)};
  values.insert(values.end(), units.begin(), units.end());
  values.insert(values.end(), units.begin(), units.end());
  return Restriction{
      "(accused_id IS NULL OR (accused_id NOT IN (?, ?) AND NOT EXISTS (SELECT 1 FROM appointments"
      " WHERE appointments.person_id = accused_id"
      " AND (appointments.until_on IS NULL OR appointments.until_on >= ?)"
      " AND appointments.unit_id IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))))"
      " AND (shut_unit_id IS NULL OR shut_unit_id NOT IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))",
      std::move(values)};
}

Result<Plan> Plan::make(const ListSpec& spec, Scope scope, const ListRequest& request,
                        std::optional<Restriction> restriction) {
  Plan plan;
  plan.scope_ = scope;
  plan.restriction_ = std::move(restriction);
  plan.limit_ = std::clamp<std::size_t>(request.limit, 1, page_max);

  std::string_view sort = request.sort;
  const bool turned = sort.starts_with('-');
  if (turned) sort.remove_prefix(1);
  plan.sort_ = sort.empty() ? &spec.sorts.front() : find(spec.sorts, sort);
  if (plan.sort_ == nullptr) return refuse(Reason::invalid, "list.unknown_sort", "sort");
  plan.descending_ = plan.sort_->newest_first != turned;

  std::string names;
  for (const auto& [name, texts] : request.filters) {
    const Filter* filter = find(spec.filters, name);
    if (filter == nullptr) return refuse(Reason::invalid, "list.unknown_filter", field_name(name));
    if (texts.size() > (filter->any_of ? values_max : 1))
      return refuse(Reason::invalid, "list.too_many_values", name);
    Condition condition{filter, {}};
    for (const std::string& text : texts) {
      auto cell = filter->parse(text);
      if (!cell) return refuse(Reason::invalid, cell.error().code, name);
      condition.values.push_back(std::move(*cell));
    }
    plan.conditions_.push_back(std::move(condition));
    names += (names.empty() ? "" : ",") + name;
  }
  for (const Indexed& index : spec.indexed)
    plan.is_indexed_ = plan.is_indexed_ || (index.level == scope.level && index.filters == names &&
                                            index.sort == plan.sort_->name);
  // An index on (a, sort) gives one order only for one value of a.
  for (const Condition& condition : plan.conditions_)
    plan.is_indexed_ = plan.is_indexed_ && condition.values.size() == 1;

  if (!request.cursor.empty()) {
    plan.after_ = key_from(request.cursor, *plan.sort_);
    if (!plan.after_) return refuse(Reason::invalid, "list.cursor", "cursor");
  }
  return plan;
}

// sort/key/id, and `rest` where it has no key.
std::optional<Plan::Key> Plan::key_from(std::string_view cursor, const Sort& sort) {
  const auto bytes = from_base64(cursor);
  if (!bytes) return {};
  std::string_view left = *bytes;
  const std::string start = std::string{sort.name} + "/";
  if (!left.starts_with(start)) return {};
  left.remove_prefix(start.size());
  Key out;
  out.is_rest = !sort.rest.text.empty() && left.ends_with(end_of_rest);
  if (out.is_rest) left.remove_suffix(end_of_rest.size());
  const std::size_t middle = left.find('/');
  if (middle == std::string_view::npos || !whole_number(left.substr(0, middle), out.sort) ||
      !whole_number(left.substr(middle + 1), out.id))
    return {};
  return out;
}

std::string Plan::cursor(const Key& key) const {
  std::string text =
      std::string{sort_->name} + "/" + std::to_string(key.sort) + "/" + std::to_string(key.id);
  if (key.is_rest) text += end_of_rest;
  return base64(text);
}

Plan::Key Plan::key_of(const HitRow& row) { return {row.sort, row.id, row.rest != 0}; }

Plan::Keys Plan::keys(Transaction& tx, std::string_view table) const {
  return is_indexed_ ? keys_at_once(tx, table) : keys_in_windows(tx, table);
}

// SELECT id, sort, whether the filters hold, and whether it has no key; for what an index answers
// the filters are in WHERE.
Query Plan::start(std::string_view table, Fragment column, bool is_rest) const {
  Query query{Sql<>("SELECT id,")};
  query.add(column);
  if (is_indexed_ || conditions_.empty()) {
    query.add(Sql<>(", 1"));
  } else {
    query.add(Sql<>(", CASE WHEN"));
    bool first = true;
    for (const Condition& condition : conditions_) {
      if (!first) query.add(Sql<>("AND"));
      first = false;
      if (condition.filter->any_of)
        query.add_in(condition.filter->condition, condition.values);
      else
        query.add(condition.filter->condition, condition.values);
    }
    query.add(Sql<>("THEN 1 ELSE 0 END"));
  }
  query.add(is_rest ? Sql<>(", 1 FROM") : Sql<>(", 0 FROM"));
  query.add_table(table);
  return query;
}

void Plan::add_filters(Query& query) const {
  if (!is_indexed_) return;
  for (const Condition& condition : conditions_) {
    if (condition.filter->any_of)
      query.where_in(condition.filter->condition, condition.values);
    else
      query.where(condition.filter->condition, condition.values);
  }
}

void Plan::narrow(Query& query, Fragment column, const std::optional<Key>& after,
                  std::size_t limit) const {
  if (after) {
    query.where(Fragment{"("}, {}).add(column);
    if (descending_)
      query.add(Sql<std::int64_t, std::int64_t>(", id) < (?, ?)"), after->sort, after->id);
    else
      query.add(Sql<std::int64_t, std::int64_t>(", id) > (?, ?)"), after->sort, after->id);
  }
  query.add(Sql<>("ORDER BY")).add(column);
  if (descending_)
    query.add(Sql<std::size_t>("DESC, id DESC LIMIT ?"), limit);
  else
    query.add(Sql<std::size_t>(", id LIMIT ?"), limit);
}

// What has no key meets no comparison with it.
bool Plan::may_have_rest() const {
  const auto compares = [&](const Condition& condition) {
    return !condition.filter->any_of &&
           condition.filter->condition.text.starts_with(sort_->column.text);
  };
  return !sort_->rest.text.empty() &&
         std::none_of(conditions_.begin(), conditions_.end(), compares);
}

std::vector<HitRow> Plan::rows(Transaction& tx, std::string_view table,
                               const std::optional<Key>& after, std::size_t limit) const {
  const bool is_rest = after && after->is_rest;
  std::vector<HitRow> out;
  if (!is_rest) out = rows_with_key(tx, table, after, limit);
  if (out.size() == limit || !may_have_rest()) return out;
  for (const HitRow& row : rest(tx, table, is_rest ? after : std::nullopt, limit - out.size()))
    out.push_back(row);
  return out;
}

// The first rows of the scope: those that belong to its unit and those that were dispatched to it,
// each along an index, since no index gives the order of both.
std::vector<HitRow> Plan::rows_with_key(Transaction& tx, std::string_view table,
                                        const std::optional<Key>& after, std::size_t limit) const {
  const auto along = [&](Scope scope) {
    Query query = start(table, sort_->column, false);
    in_line(query, scope);
    if (restriction_) restriction_->narrow(query);
    add_filters(query);
    if (!sort_->condition.text.empty()) query.where(sort_->condition, {});
    narrow(query, sort_->column, after, limit);
    return tx.all<HitRow>(query);
  };
  std::vector<HitRow> out = along(scope_);
  if (scope_.level == Level::bank || scope_.level == Level::department) return out;
  const auto key = [](const HitRow& row) { return std::pair{row.sort, row.id}; };
  for (const HitRow& row : along({Level::department, scope_.unit})) out.push_back(row);
  std::sort(out.begin(), out.end(), [&](const HitRow& a, const HitRow& b) {
    return descending_ ? key(b) < key(a) : key(a) < key(b);
  });
  out.erase(std::unique(out.begin(), out.end(),
                        [](const HitRow& a, const HitRow& b) { return a.id == b.id; }),
            out.end());
  if (out.size() > limit) out.resize(limit);
  return out;
}

// Few in the whole bank, so found along their own index whatever the scope.
std::vector<HitRow> Plan::rest(Transaction& tx, std::string_view table,
                               const std::optional<Key>& after, std::size_t limit) const {
  Query query = start(table, sort_->rest_column, true);
  query.where(sort_->rest, {});
  in_scope(query, scope_, Lead::id);
  if (restriction_) restriction_->narrow(query);
  add_filters(query);
  narrow(query, sort_->rest_column, after, limit);
  return tx.all<HitRow>(query);
}

Plan::Keys Plan::keys_at_once(Transaction& tx, std::string_view table) const {
  const auto found = rows(tx, table, after_, limit_ + 1);
  Keys out;
  for (std::size_t i = 0; i < std::min(found.size(), limit_); ++i) out.ids.push_back(found[i].id);
  if (found.size() > limit_) out.next = cursor(key_of(found[limit_ - 1]));
  return out;
}

// Each window is as large as the time that is left allows at the pace so far: rows that no cache
// holds come a hundred times slower.
Plan::Keys Plan::keys_in_windows(Transaction& tx, std::string_view table) const {
  const auto started = std::chrono::steady_clock::now();
  Keys out;
  std::optional<Key> at = after_;
  std::size_t looked_at = 0;
  for (std::size_t window = window_least;;) {
    const auto found = rows(tx, table, at, window);
    for (const HitRow& row : found) {
      if (out.ids.size() == limit_) {
        out.next = cursor(*at);
        return out;
      }
      at = key_of(row);
      if (row.hit != 0) out.ids.push_back(row.id);
    }
    if (found.size() < window) return out;
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - started;
    if (spent > work_max) {
      out.next = cursor(*at);
      return out;
    }
    looked_at += window;
    const double fit = static_cast<double>(looked_at) * ((work_max - spent) / spent);
    window = static_cast<std::size_t>(std::clamp(fit, double{window_least}, double{window_max}));
  }
}

}  // namespace xb::storage
