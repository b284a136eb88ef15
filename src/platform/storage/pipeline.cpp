#include "platform/storage/pipeline.h"

#include <charconv>
#include <memory>
#include <optional>

#include <libpq-fe.h>

#include "core/number.h"
#include "platform/storage/failure.h"

namespace xb::storage {
namespace {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

// `?` becomes `$1`, `$2` …
std::string numbered(std::string_view sql) {
  std::string out;
  int places = 0;
  for (char c : sql) {
    if (c == '?')
      out += "$" + std::to_string(++places);
    else
      out += c;
  }
  return out;
}

// A value as the server reads it; nothing is NULL.
std::optional<std::string> written(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&cell)) {
    char digits[32];
    return std::string(digits, std::to_chars(digits, std::end(digits), *real).ptr);
  }
  return {};
}

std::optional<Failure> failure_of(const PGresult* answer, const std::string& sql) {
  const ExecStatusType status = PQresultStatus(answer);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_PIPELINE_ABORTED)
    return {};
  const char* state = PQresultErrorField(answer, PG_DIAG_SQLSTATE);
  const std::string code = state == nullptr ? "" : state;
  return Failure(fault_of_sqlstate(code), code, sql);
}

// PQcmdTuples is empty for what changes no rows.
std::int64_t rows_changed(PGresult* answer) {
  return parse_integer(PQcmdTuples(answer)).value_or(0);
}

}  // namespace

void Pipeline::add(std::string_view sql, const std::vector<Cell>& values) {
  if (awaited_.empty()) PQenterPipelineMode(connection_);
  const auto [found, is_new] = names_.try_emplace(std::string{sql});
  if (is_new) {
    found->second = "put_" + std::to_string(++names_given_);
    await(found->first, true,
          PQsendPrepare(connection_, found->second.c_str(), numbered(sql).c_str(), 0, nullptr));
  }
  std::vector<std::optional<std::string>> texts;
  std::vector<const char*> places;
  texts.reserve(values.size());
  for (const Cell& value : values) {
    const auto& text = texts.emplace_back(written(value));
    places.push_back(text ? text->c_str() : nullptr);
  }
  await(found->first, false,
        PQsendQueryPrepared(connection_, found->second.c_str(), static_cast<int>(places.size()),
                            places.data(), nullptr, nullptr, 0));
}

void Pipeline::await(const std::string& sql, bool prepares, int sent) {
  awaited_.push_back({&sql, prepares});
  if (sent != 1) throw Failure(Fault::lost, "", sql);
}

// Whether the server knows their names depends on which of them failed.
void Pipeline::forget_prepared() {
  for (const Awaited& awaited : awaited_)
    if (awaited.prepares) names_.erase(std::string{*awaited.sql});
}

std::int64_t Pipeline::finish() {
  if (awaited_.empty()) return 0;
  std::int64_t changed = 0;
  std::optional<Failure> failure;
  if (PQpipelineSync(connection_) != 1) failure = Failure(Fault::lost, "", *awaited_.front().sql);
  for (const Awaited& awaited : awaited_)
    while (const Answer answer{PQgetResult(connection_)}) {
      if (!failure) failure = failure_of(answer.get(), *awaited.sql);
      changed = rows_changed(answer.get());
    }
  const Answer end{PQgetResult(connection_)};
  if (PQexitPipelineMode(connection_) != 1 && !failure)
    failure = Failure(Fault::lost, "", *awaited_.back().sql);
  if (failure) forget_prepared();
  awaited_.clear();
  if (failure) throw *failure;
  return changed;
}

}  // namespace xb::storage
