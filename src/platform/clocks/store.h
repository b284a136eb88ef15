// The tables of clocks and every statement on them.
#pragma once

#include "platform/clocks/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::clocks {

std::vector<Clock> clocks_of(storage::Transaction& tx, std::int64_t subject_id);
// Refuses with version.changed if somebody was faster.
Result<void> update(storage::Transaction& tx, Clock& clock);
// All of a subject, notices too: it is taken out of the bank's books.
void erase_of(storage::Transaction& tx, std::int64_t subject_id);

// Clocks that somebody is to be told of by `now`, the longest waiting first; not these.
std::vector<Clock> to_be_looked_at(storage::Transaction& tx, Instant now, std::size_t limit,
                                   const std::vector<Id<Clock>>& without = {});
// Where a page of the next two ends: a version, and the last clock with it.
struct VersionKey {
  std::int64_t version = 0;
  std::int64_t id = 0;
};
// Running clocks reckoned with calendars before this version.
std::vector<Clock> with_older_calendar(storage::Transaction& tx, std::int64_t version,
                                       VersionKey after, std::size_t limit);
// Running clocks by versions of `rule` before this one.
std::vector<Clock> by_older_version(storage::Transaction& tx, std::string_view rule,
                                    std::int64_t version, VersionKey after, std::size_t limit);
std::vector<Clock> running_after(storage::Transaction& tx, Id<Clock> after, std::size_t limit);
std::vector<Clock> clocks_after(storage::Transaction& tx, Id<Clock> after, std::size_t limit);
bool exists(storage::Transaction& tx, Id<Clock> id);

// The notices of a subject are seen where it is handled and where it belongs.
void follow_subject(storage::Transaction& tx, std::int64_t subject_id,
                    const identity::Standing& standing);
// Of those of one kind only, where several things are told of one subject.
void follow_subject(storage::Transaction& tx, std::string_view kind, std::int64_t subject_id,
                    const identity::Standing& standing);
std::vector<NoticeRow> notices_of(storage::Transaction& tx, Id<Clock> clock);
// False if this notice was sent already.
bool insert_once(storage::Transaction& tx, const NoticeRow& notice);
// Whatever is kept from the actor, or out of his scope, is not there.
std::optional<NoticeRow> find_notice(storage::Transaction& tx, const Actor& actor,
                                     Id<NoticeRow> id);
const storage::ListSpec& notice_list();
struct NoticeKeys {
  std::vector<NoticeRow> rows;
  std::optional<std::string> next_cursor;
};
Result<NoticeKeys> notices(storage::Transaction& tx, const Actor& actor,
                           const storage::ListRequest& request);

// How far running clocks have been looked through with a rule book.
struct BookReview {
  std::string digest;  // workflow::RuleBook::digest
  std::int64_t after;  // the last clock looked at; -1: all were
};
BOOST_DESCRIBE_STRUCT(BookReview, (), (digest, after))
std::optional<BookReview> book_review(storage::Transaction& tx);
void set_book_review(storage::Transaction& tx, const BookReview& review);

// In the order they were imported.
std::vector<CalendarRow> calendar_rows(storage::Transaction& tx);
std::int64_t calendar_version(storage::Transaction& tx);

}  // namespace xb::clocks
