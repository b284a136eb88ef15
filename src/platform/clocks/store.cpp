#include "platform/clocks/store.h"

namespace xb::clocks {

using storage::any_of;
using storage::Query;

std::vector<Clock> clocks_of(storage::Transaction& tx, std::int64_t subject_id) {
  return tx.find_all<Clock>("WHERE subject_id = ? ORDER BY due_at, id", subject_id);
}

Result<void> update(storage::Transaction& tx, Clock& clock) {
  if (!tx.update(clock)) return refuse(Reason::conflict, "version.changed");
  return {};
}

void erase_of(storage::Transaction& tx, std::int64_t subject_id) {
  tx.execute("DELETE FROM clock_notices WHERE subject_id = ?", subject_id);
  tx.execute("DELETE FROM clocks WHERE subject_id = ?", subject_id);
}

std::vector<Clock> to_be_looked_at(storage::Transaction& tx, Instant now, std::size_t limit,
                                   const std::vector<Id<Clock>>& without) {
  Query query = Query::of<Clock>();
  query.where("look_at IS NOT NULL");
  query.where("look_at <= ?", now);
  for (const Id<Clock> id : without) query.where("id <> ?", id);
  query.add("ORDER BY look_at, id LIMIT ?", limit);
  return tx.find_all<Clock>(query);
}

std::vector<Clock> with_older_calendar(storage::Transaction& tx, std::int64_t version,
                                       VersionKey after, std::size_t limit) {
  return tx.find_all<Clock>(
      "WHERE calendar IS NOT NULL AND stopped_at IS NULL AND calendar < ?"
      " AND (calendar, id) > (?, ?) ORDER BY calendar, id LIMIT ?",
      version, after.version, after.id, limit);
}

std::vector<Clock> by_older_version(storage::Transaction& tx, std::string_view rule,
                                    std::int64_t version, VersionKey after, std::size_t limit) {
  return tx.find_all<Clock>(
      "WHERE rule = ? AND rule_version < ? AND stopped_at IS NULL AND (rule_version, id) > (?, ?)"
      " ORDER BY rule_version, id LIMIT ?",
      rule, version, after.version, after.id, limit);
}

std::vector<Clock> running_after(storage::Transaction& tx, Id<Clock> after, std::size_t limit) {
  return tx.find_all<Clock>("WHERE id > ? AND stopped_at IS NULL ORDER BY id LIMIT ?", after.number,
                            limit);
}

std::vector<Clock> clocks_after(storage::Transaction& tx, Id<Clock> after, std::size_t limit) {
  return tx.find_all<Clock>("WHERE id > ? ORDER BY id LIMIT ?", after.number, limit);
}

bool exists(storage::Transaction& tx, Id<Clock> id) {
  return tx.one<std::int64_t>("SELECT id FROM clocks WHERE id = ?", id).has_value();
}

std::vector<NoticeRow> notices_of(storage::Transaction& tx, Id<Clock> clock) {
  return tx.find_all<NoticeRow>("WHERE clock_id = ? ORDER BY sent_at, id", clock);
}

namespace {

storage::Query notices_move(std::int64_t subject_id, const identity::Standing& to) {
  storage::Query query{
      "UPDATE clock_notices SET branch_id = ?, sub_branch_id = ?, outlet_id = ?,"
      " handling_unit_id = ?, handler_id = ?, accused_id = ?, shut_unit_id = ?,"
      " version = version + 1",
      to.place.branch_id,
      to.place.sub_branch_id,
      to.place.outlet_id,
      to.handling_unit_id,
      to.handler_id,
      to.accused_id,
      to.shut_unit_id};
  query.where("subject_id = ?", subject_id);
  return query;
}

}  // namespace

void follow_subject(storage::Transaction& tx, std::int64_t subject_id,
                    const identity::Standing& standing) {
  tx.execute(notices_move(subject_id, standing));
}

void follow_subject(storage::Transaction& tx, std::string_view kind, std::int64_t subject_id,
                    const identity::Standing& standing) {
  auto query = notices_move(subject_id, standing);
  query.where("subject_kind = ?", kind);
  tx.execute(query);
  // A sweep that tells of it at the same time meets this row, and runs again.
  tx.execute(
      "UPDATE clocks SET version = version + 1"
      " WHERE subject_id = ? AND subject_kind = ? AND stopped_at IS NULL",
      subject_id, kind);
}

bool insert_once(storage::Transaction& tx, const NoticeRow& notice) {
  return tx.insert_if_absent(notice);
}

std::optional<NoticeRow> find_notice(storage::Transaction& tx, const Actor& actor,
                                     Id<NoticeRow> id) {
  Query query = Query::of<NoticeRow>();
  query.where("id = ? AND is_sealed = 0", id);
  storage::in_scope(query, actor.scope);
  if (const auto kept = storage::kept_from(actor)) kept->narrow(query);
  auto found = tx.find_all<NoticeRow>(query);
  if (found.empty()) return {};
  return std::move(found.front());
}

const storage::ListSpec& notice_list() {
  static const storage::ListSpec spec{
      .filters =
          {
              any_of<workflow::NoticeKind>("kind", "kind"),
              any_of<Id<Unit>>("outlet_id", "outlet_id"),
              any_of<workflow::Office>("rung", "rung"),
              any_of<Text<64>>("span", "span"),
              any_of<Id<Subject>>("subject_id", "subject_id"),
          },
      .sorts =
          {
              {"open_since", "sent_at", true, "acknowledged_at IS NULL AND is_sealed = 0"},
              {"sent_at", "sent_at", true, "is_sealed = 0"},
          },
      .indexed =
          {
              {Level::bank, "", "open_since"},
              {Level::bank, "", "sent_at"},
              {Level::branch, "", "sent_at"},
              {Level::sub_branch, "", "sent_at"},
              {Level::outlet, "", "sent_at"},
              {Level::department, "", "sent_at"},
          },
  };
  return spec;
}

Result<NoticeKeys> notices(storage::Transaction& tx, const Actor& actor,
                           const storage::ListRequest& request) {
  const auto plan =
      TRY(storage::Plan::make(notice_list(), actor.scope, request, storage::kept_from(actor)));
  const auto keys = plan.keys(tx, NoticeRow::table);
  auto rows = storage::rows_by_ids<NoticeRow>(
      keys.ids, [&](const Query& query) { return tx.find_all<NoticeRow>(query); });
  return NoticeKeys{std::move(rows), keys.next};
}

std::optional<BookReview> book_review(storage::Transaction& tx) {
  return tx.one<BookReview>("SELECT digest, last_clock FROM clock_book_reviews WHERE id = 1");
}

void set_book_review(storage::Transaction& tx, const BookReview& review) {
  tx.execute(
      "INSERT INTO clock_book_reviews (id, digest, last_clock) VALUES (1, ?, ?)"
      " ON CONFLICT (id) DO UPDATE SET digest = excluded.digest, last_clock = excluded.last_clock",
      review.digest, review.after);
}

std::vector<CalendarRow> calendar_rows(storage::Transaction& tx) {
  return tx.find_all<CalendarRow>("WHERE id > 0 ORDER BY id");
}

std::int64_t calendar_version(storage::Transaction& tx) {
  return tx.one<std::int64_t>("SELECT count(*) FROM calendar_years").value_or(0);
}

}  // namespace xb::clocks
