#include "modules/referrals/exporting/service.h"

#include <cstdio>
#include <map>
#include <memory>

#include "core/assets.h"
#include "core/ensure.h"
#include "modules/referrals/arrival/service.h"
#include "modules/referrals/reading/service.h"
#include "platform/evidence/log.h"
#include "platform/exchange/table_writer.h"

namespace xb::referrals {
namespace {

struct Exported {
  std::string mapping;
  ExportFormat format = ExportFormat::csv;
  std::string filters;  // their names, not their values
};
BOOST_DESCRIBE_STRUCT(Exported, (), (mapping, format, filters))

// Day and minute in the bank's zone, as registers write them.
std::string local(Instant at, Zone zone) {
  const Date day = zone.date(at);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(at - zone.start(day)).count();
  constexpr int sixty = 60;
  char time[16];
  std::snprintf(time, sizeof time, " %02d:%02d", static_cast<int>(minutes / sixty),
                static_cast<int>(minutes % sixty));
  return format(day) + time;
}

template <class T>
std::string cell(const T& value, Zone zone) {
  if constexpr (is_optional<T>) {
    return value ? cell(*value, zone) : std::string{};
  } else if constexpr (requires { value.masked(); }) {
    return value.masked();
  } else if constexpr (requires { value.str(); }) {
    return value.str();
  } else if constexpr (is_described_enum<T>) {
    return std::string{name_of(value)};
  } else if constexpr (std::is_same_v<T, Instant>) {
    return local(value, zone);
  } else if constexpr (std::is_same_v<T, Date>) {
    return format(value);
  } else if constexpr (requires { value.number; }) {
    return std::to_string(value.number);
  } else if constexpr (std::is_same_v<T, bool>) {
    return value ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    return std::to_string(value);
  } else {
    return {};
  }
}

std::map<std::string, std::string, std::less<>> cells_of(const ReferralView& view, Zone zone) {
  std::map<std::string, std::string, std::less<>> out;
  for_each_member<ReferralView>([&](std::string_view name, auto member) {
    out[std::string{name}] = cell(view.*member, zone);
  });
  return out;
}

std::vector<std::string> row_of(const exchange::Mapping& mapping, const ReferralView& view,
                                Zone zone) {
  const auto cells = cells_of(view, zone);
  std::vector<std::string> out;
  for (const exchange::ColumnBack& column : mapping.back) {
    const auto found = cells.find(column.field);
    std::string text = found == cells.end() ? std::string{} : found->second;
    if (const auto theirs = column.values.find(text); theirs != column.values.end())
      text = theirs->second;
    out.push_back(std::move(text));
  }
  return out;
}

// What goes on between two pieces.
struct Progress {
  exchange::Ground ground;
  exchange::Mapping mapping;
  storage::ListRequest request;
  std::unique_ptr<exchange::TableWriter> writer;
  bool is_over = false;
};

std::optional<std::string> next_part(Progress& progress) {
  if (progress.is_over) return {};
  progress.ground.database.read([&](storage::Transaction& tx) {
    Work work = exchange::work_on(progress.ground, tx);
    const auto page = list_whole(work, progress.request);
    ensure(page.has_value(), "a request that was checked is refused");
    for (const ReferralView& view : page->items)
      progress.writer->row(row_of(progress.mapping, view, work.zone));
    progress.request.cursor = page->next_cursor.value_or("");
    progress.is_over = !page->next_cursor;
  });
  return progress.is_over ? progress.writer->finish() : progress.writer->take();
}

Result<exchange::Mapping> mapping_named(const std::string& name) {
  const auto text = asset("data/mappings/referrals/" + name + ".toml");
  if (!text) return refuse(Reason::missing, "mapping.missing", "mapping");
  auto mapping = TRY(exchange::Mapping::parse(*text, import_target().fields));
  if (mapping.back.empty()) return refuse(Reason::missing, "mapping.missing", "mapping");
  return mapping;
}

}  // namespace

Result<ExportParts> export_referrals(const exchange::Ground& ground,
                                     const storage::ListRequest& request,
                                     const std::string& mapping_name, ExportFormat format,
                                     const std::filesystem::path& scratch) {
  auto mapping = TRY(mapping_named(mapping_name));
  std::string filters;
  for (const auto& [name, values] : request.filters) filters += (filters.empty() ? "" : ",") + name;
  storage::ListRequest own = request;
  for (const auto& field : mapping.fields)
    if (field.field == "bureau" && field.constant) own.filters["bureau"] = {*field.constant};
  own.limit = storage::page_max;
  own.cursor.clear();
  TRY(plan(ground.actor, own));
  ground.database.write(storage::Lane::interactive, [&](storage::Transaction& tx) {
    Work work = exchange::work_on(ground, tx);
    const auto key = sealing::new_key(work);
    evidence::append(work, "referral.exported",
                     evidence::Subject::made_now(work.new_id<Exported>(), key),
                     Exported{mapping_name, format, filters});
    return true;
  });
  std::vector<std::string> header;
  for (const auto& column : mapping.back) header.push_back(column.column);
  auto progress = std::make_shared<Progress>(
      Progress{ground, std::move(mapping), std::move(own),
               format == ExportFormat::csv ? exchange::csv_writer(header)
                                           : exchange::xlsx_writer(header, scratch)});
  return ExportParts{[progress] { return next_part(*progress); }};
}

}  // namespace xb::referrals
