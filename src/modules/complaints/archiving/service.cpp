#include "modules/complaints/archiving/service.h"

#include "modules/complaints/archiving/store.h"
#include "modules/complaints/responsibility/store.h"
#include "modules/complaints/serials.h"
#include "modules/complaints/service.h"
#include "platform/evidence/entries.h"
#include "platform/evidence/log.h"

namespace xb::complaints {
namespace {

using std::chrono::year;

struct Archived : Moved {
  std::string archive_number;
  std::int64_t retention_years = 0;
  Date keep_until;
};
BOOST_DESCRIBE_STRUCT(Archived, (Moved), (archive_number, retention_years, keep_until))

// What a file lacks that the department learns from: of a case that was decided, who answers for it
// and, if it is the bank, why it came about.
Result<void> check_complete(Work& work, const Complaint& complaint) {
  if (complaint.sample_check == SampleCheck::due)
    return refuse(Reason::conflict, "archive.sample_open");
  if (!complaint.decided_at) return {};
  const auto found = finding_of(work, complaint.id);
  if (!found) return refuse(Reason::conflict, "archive.finding_missing");
  const bool is_the_banks =
      found->finding == Finding::responsible || found->finding == Finding::partly;
  if (is_the_banks && !cause_of(work, complaint.id))
    return refuse(Reason::conflict, "archive.cause_missing");
  return {};
}

std::string padded(std::int64_t serial) {
  const std::string digits = std::to_string(serial);
  constexpr std::size_t width = 6;
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

Result<ArchiveFile> archive(Work& work, Id<Complaint> id, const Archiving& input) {
  auto opened = TRY(open(work, id));
  Complaint& complaint = opened.complaint;
  const std::int64_t years = input.retention_years.value_or(retention_years_default);
  if (years < retention_years_min || years > retention_years_max)
    return refuse(Reason::invalid, "archive.retention", "retention_years");
  if (complaint.archived_on) return refuse(Reason::conflict, "archive.done");
  complaint.archived_on = work.zone.date(work.now);
  const Moved moved = TRY(advance(work, opened, Action::archive));
  TRY(check_complete(work, complaint));
  const Date ended = work.zone.date(complaint.closed_at.value_or(work.now));
  const std::chrono::year_month_day day{ended.days};
  ArchiveFile file;
  file.id = work.new_id<ArchiveFile>();
  file.complaint_id = complaint.id;
  file.complaint_number = complaint.number;
  file.year = int{day.year()};
  file.archive_number =
      std::to_string(file.year) + "-" + padded(next_serial(work.tx, "archive", file.year));
  file.retention_years = years;
  // The 29th of February ends with its month.
  auto until = day + std::chrono::years{years};
  if (!until.ok()) until = until.year() / until.month() / std::chrono::last;
  file.keep_until = Date{until};
  if (input.fonds) file.fonds = input.fonds->str();
  if (input.location) file.location = input.location->str();
  file.pieces = evidence::count(work, id.number) + 1;
  file.archived_by_id = work.actor.person;
  file.archived_at = work.now;
  work.tx.insert(file);
  evidence::append(work, "complaint.archived", evidence::Subject(id, opened.key),
                   Archived{moved, file.archive_number, years, file.keep_until});
  return file;
}

Result<ArchiveFile> find_archive_file(Work& work, Id<Complaint> id) {
  if (!find_complaint(work, work.actor, id)) return refuse(Reason::missing, "complaint.missing");
  auto file = archive_file_of(work.tx, id);
  if (!file) return refuse(Reason::missing, "archive.missing");
  return std::move(*file);
}

Result<storage::Page<ArchiveFile>> list_archive(Work& work, const storage::ListRequest& request) {
  return archive_page(work, request);
}

}  // namespace xb::complaints
