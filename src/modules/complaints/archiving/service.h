// The file of a case that is over, catalogued to be found and kept (银保监会令2020年第3号 art. 28).
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/list.h"
#include "platform/storage/work.h"

namespace xb::complaints {

// Years a file is kept after the case ended. At least three for what the People's Bank transferred
// (令〔2020〕第5号); five is what this bank's demo keeps, and no law.
inline constexpr std::int64_t retention_years_min = 3;
inline constexpr std::int64_t retention_years_max = 100;
inline constexpr std::int64_t retention_years_default = 5;

struct ArchiveFile {
  static constexpr std::string_view table = "archive_files";
  Id<ArchiveFile> id;
  Id<Complaint> complaint_id;
  std::string complaint_number;
  std::string archive_number;  // year and serial
  std::int64_t year = 0;       // in which the case ended
  std::int64_t retention_years = retention_years_default;
  Date keep_until;
  std::string fonds;  // 全宗号
  std::optional<std::string> location;
  std::int64_t pieces = 0;  // entries of the case when it was filed
  Id<Person> archived_by_id;
  Instant archived_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ArchiveFile, (),
                      (id, complaint_id, complaint_number, archive_number, year, retention_years,
                       keep_until, fonds, location, pieces, archived_by_id, archived_at, version))

struct Archiving {
  std::optional<std::int64_t> retention_years;
  std::optional<Text<40, Presence::required>> fonds;      // of the bank, if it has one
  std::optional<Text<100, Presence::required>> location;  // of the paper
};
BOOST_DESCRIBE_STRUCT(Archiving, (), (retention_years, fonds, location))

// Refuses with complaint.missing, complaint.wrong_state, archive.done, archive.sample_open,
// archive.finding_missing or archive.cause_missing where a decision was made, archive.retention.
Result<ArchiveFile> archive(Work& work, Id<Complaint> id, const Archiving& input);

// complaint.missing, archive.missing
Result<ArchiveFile> find_archive_file(Work& work, Id<Complaint> id);
// The catalogue.
Result<storage::Page<ArchiveFile>> list_archive(Work& work, const storage::ListRequest& request);

}  // namespace xb::complaints
