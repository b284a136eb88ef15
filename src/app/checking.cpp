#include <cstdio>

#include "app/admin_client.h"
#include "app/commands.h"
#include "app/installation.h"
#include "app/modules.h"
#include "app/printing.h"
#include "app/routes.h"
#include "core/json_struct.h"
#include "modules/complaints/attachments/service.h"
#include "platform/clocks/calendars.h"
#include "platform/clocks/replay.h"
#include "platform/evidence/proof.h"
#include "platform/sealing/rows.h"
#include "platform/storage/health.h"
#include "platform/storage/migrations.h"
#include "platform/storage/space.h"

namespace xb::app {
namespace {

enum class Verdict { good, warning, bad };
BOOST_DESCRIBE_ENUM(Verdict, good, warning, bad)

const char* text_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::good: return "verdict.good";
    case Verdict::warning: return "verdict.warning";
    case Verdict::bad: return "verdict.bad";
  }
  return "";
}

struct Finding {
  std::string name;
  Verdict verdict = Verdict::good;
  std::string code;  // of the sentence; empty where good
  std::string field;
};
BOOST_DESCRIBE_STRUCT(Finding, (), (name, verdict, code, field))

struct Findings {
  std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(Findings, (), (findings))

// Calendars are wanted for as long as limits may run from now.
constexpr std::chrono::days ahead{60};

// Collects what is found, in the order it is looked at.
class Checker {
 public:
  Checker(const std::filesystem::path& data, bool is_deep)
      : directory_{std::filesystem::absolute(data)}, is_deep_(is_deep) {}

  std::vector<Finding> run() {
    const auto configuration = load_configuration(directory_);
    note("configuration", configuration);
    if (!configuration) return findings_;
    look_at_directory(*configuration);
    auto taxonomies = load_taxonomies(directory_);
    note("taxonomies", taxonomies);
    const taxonomies::Book none;
    const taxonomies::Book& words = taxonomies ? *taxonomies : none;
    auto rules = load_rules(directory_, words);
    note("rules", rules);
    auto approvals = load_approvals(directory_, words);
    note("approvals", approvals);
    if (rules && approvals) limits_.emplace(std::move(*rules), std::move(*approvals));
    const auto keys = sealing::Keyring::load(keys_directory(directory_, *configuration));
    note("keys", keys);
    if (keys) look_at_database(*configuration, *keys);
    return findings_;
  }

 private:
  template <class T>
  void note(const std::string& name, const Result<T>& result) {
    if (result)
      findings_.push_back({name, Verdict::good, {}, {}});
    else
      findings_.push_back({name, Verdict::bad, result.error().code, result.error().field});
  }
  void warn(const std::string& name, const std::string& code, const std::string& field = {}) {
    findings_.push_back({name, Verdict::warning, code, field});
  }

  void look_at_directory(const Configuration& configuration) {
    if (is_on_network(directory_.root))
      note<void>("directory", refuse(Reason::invalid, "directory.network"));
    else
      note<void>("directory", {});
    if (storage::space_under(directory_.root) != storage::Space::enough)
      warn("space", "check.space_low");
    std::error_code error;
    if (!std::filesystem::exists(directory_.reserve(), error))
      warn("reserve", "check.reserve_missing");
    if (!configuration.durable) warn("durability", "check.not_durable");
    if (!configuration.wants_second_factor) warn("sign_in", "check.second_factor_off");
    const auto inside = std::filesystem::relative(keys_directory(directory_, configuration),
                                                  directory_.root, error);
    if (!error && !inside.empty() && *inside.begin() != "..")
      warn("keys", "check.keys_beside_data");
  }

  void look_at_database(const Configuration& configuration, const sealing::Keyring& keys) {
    const auto lock = DirectoryLock::take(directory_);
    if (!lock && configuration.database == "sqlite") return ask_its_server(lock.error());
    auto options = options_of(directory_, configuration);
    options.read_only = configuration.database == "sqlite";
    try {
      const auto connection = storage::connect(options);
      if (is_damaged(*connection)) return;
      const auto state =
          storage::schema_state(*connection, storage::shipped_migrations(connection->dialect()));
      if (state != storage::SchemaState::current)
        return note<void>("schema", refuse(Reason::conflict, "database.schema"));
      note<void>("schema", {});
      storage::IdBlock no_ids;
      const storage::TableKinds kinds({});
      storage::Transaction tx(*connection, no_ids, kinds);
      note("fingerprints", sealing::check_fingerprints(tx, keys));
      look_at_evidence(tx);
      if (limits_) look_at_clocks(tx, keys, configuration.zone);
      look_at_files(tx, keys, configuration);
    } catch (const storage::Failure& failure) {
      const bool is_corrupt = failure.fault() == storage::Fault::corrupt;
      note<void>("database",
                 refuse(Reason::conflict, is_corrupt ? "check.corrupt" : "database.unreachable",
                        failure.code()));
    }
  }

  // What is damaged is not looked at further: it would fail at any page of it.
  bool is_damaged(storage::Connection& connection) {
    bool out = false;
    for (const auto& problem : storage::health(connection)) {
      out = out || problem.code == "check.corrupt";
      findings_.push_back({"database", problem.is_fatal ? Verdict::bad : Verdict::warning,
                           problem.code, problem.where});
    }
    return out;
  }

  // The newest entries; an older one is found by whoever compares receipts.
  void look_at_evidence(storage::Transaction& tx) {
    constexpr std::size_t entries = 1000;
    const auto altered = evidence::altered_places(tx, entries);
    if (altered.empty()) return note<void>("evidence", {});
    note<void>("evidence",
               refuse(Reason::conflict, "check.evidence_altered", std::to_string(altered.front())));
  }

  // The year that is missing is reported, never guessed silently; and with --deep every clock is
  // reckoned again from the log.
  void look_at_clocks(storage::Transaction& tx, const sealing::Keyring& keys, Zone zone) {
    clocks::refresh(tx, *limits_);
    const Instant now{TimeSource::system().wall_ms()};
    note_calendar(limits_->calendars()->now().missing(zone.date(now), zone.date(now + ahead)));
    if (!is_deep_) return;
    Work work{.tx = tx,
              .keys = keys,
              .actor = Actor::system(),
              .now = now,
              .zone = zone,
              .id = {},
              .if_version = {},
              .limits = &*limits_};
    compare([&](std::int64_t after) -> Result<clocks::Comparison> {
      return clocks::compare_clocks(work, clock_sources(), after, compared_at_once);
    });
    compare([&](std::int64_t place) -> Result<clocks::Comparison> {
      return clocks::compare_entries(work, place, compared_at_once);
    });
  }

  // Each file that a row names, and with --deep its bytes.
  void look_at_files(storage::Transaction& tx, const sealing::Keyring& keys,
                     const Configuration& configuration) {
    constexpr std::size_t at_once = 500;
    Work work{.tx = tx,
              .keys = keys,
              .actor = Actor::system(),
              .now = {},
              .zone = configuration.zone,
              .id = {},
              .if_version = {}};
    const files::Vault vault(directory_.files(), configuration.file_limits);
    const auto depth = is_deep_ ? files::Vault::Depth::content : files::Vault::Depth::size;
    compare_files([&](std::int64_t after) -> Result<complaints::FileComparison> {
      return complaints::compare_files(vault, complaints::stored_files(work, {after}, at_once),
                                       depth, at_once);
    });
  }

  // Page by page; the first file at fault is the finding.
  void compare_files(const std::function<Result<complaints::FileComparison>(std::int64_t)>& page) {
    for (std::int64_t at = 0;;) {
      const auto found = page(at);
      if (!found) return note("files", found);
      if (!found->differences.empty()) {
        const auto& one = found->differences.front();
        const bool is_missing = one.fault == files::FileFault::missing;
        return note<void>(
            "files",
            refuse(Reason::conflict, is_missing ? "check.file_missing" : "check.file_altered",
                   "attachment " + std::to_string(one.attachment_id.number)));
      }
      if (!found->next) return note<void>("files", {});
      at = *found->next;
    }
  }

  void note_calendar(const std::vector<std::int64_t>& missing) {
    if (missing.empty())
      note<void>("calendar", {});
    else
      warn("calendar", "check.calendar_missing", std::to_string(missing.front()));
  }

  // Page by page; the first difference is the finding.
  void compare(const std::function<Result<clocks::Comparison>(std::int64_t)>& page) {
    std::int64_t at = 0;
    for (;;) {
      const auto found = page(at);
      if (!found) return note("clocks", found);
      if (!found->differences.empty()) return note_difference(found->differences.front());
      if (!found->next) return note<void>("clocks", {});
      at = *found->next;
    }
  }
  void note_difference(const clocks::Difference& one) {
    const std::string where = one.subject_kind.str() + " " + std::to_string(one.subject_id) +
                              " clock " + std::to_string(one.clock_id.number);
    note<void>("clocks", refuse(Reason::conflict, code_of(one.kind), where));
  }
  static const char* code_of(clocks::DifferenceKind kind) {
    switch (kind) {
      case clocks::DifferenceKind::steps: return "check.clock_steps";
      case clocks::DifferenceKind::due: return "check.clock_due";
      case clocks::DifferenceKind::rule_missing: return "check.clock_rule";
      case clocks::DifferenceKind::row_missing: return "check.clock_missing";
      case clocks::DifferenceKind::look: return "check.clock_look";
      case clocks::DifferenceKind::notices: return "check.clock_notices";
      case clocks::DifferenceKind::first_due: return "check.clock_first_due";
      case clocks::DifferenceKind::altered: return "check.entry_altered";
      case clocks::DifferenceKind::calendar: return "check.calendar_altered";
    }
    return "";
  }

  // One process a directory: the server that has it says how it is.
  void ask_its_server(const Refusal& held) {
    const auto reply = ask_server(directory_.admin_socket(), "GET", "/admin/readiness", {}, {});
    if (!reply) return note<void>("server", tl::unexpected(held));
    const auto json = parse_json(reply->body);
    const bool is_ready = json && json->get_object().at("ready").get_bool();
    if (is_ready) {
      note<void>("server", {});
      if (!is_deep_) return;
      for (const char* path : {"/admin/clocks/comparison/", "/admin/clocks/entries/"})
        compare([&](std::int64_t at) { return page_of_server<clocks::Comparison>(path, at); });
      compare_files([&](std::int64_t at) {
        return page_of_server<complaints::FileComparison>("/admin/attachments/comparison/", at);
      });
      return;
    }
    std::string causes;
    if (json)
      for (const auto& cause : json->get_object().at("causes").get_array())
        causes += (causes.empty() ? "" : ", ") + std::string(cause.get_string());
    note<void>("server", refuse(Reason::conflict, "check.unready", causes));
  }

  // Positions start at 0 and ids in paths at 1.
  template <class Page>
  Result<Page> page_of_server(const std::string& path, std::int64_t at) const {
    const auto reply =
        TRY(ask_server(directory_.admin_socket(), "GET", path + std::to_string(at + 1), {}, {}));
    const auto json = TRY(answer_of(reply, 200));
    return Json<Page>::read(json);
  }

  const Directory directory_;
  const bool is_deep_;
  std::optional<workflow::Limits> limits_;
  std::vector<Finding> findings_;
};

}  // namespace

int check_command(const std::filesystem::path& data, bool is_deep, bool as_json) {
  const Findings found{Checker(data, is_deep).run()};
  bool is_bad = false;
  for (const Finding& finding : found.findings) {
    is_bad = is_bad || finding.verdict == Verdict::bad;
    if (as_json) continue;
    const std::string what =
        finding.code.empty() ? "" : sentence({Reason::invalid, finding.code, finding.field});
    std::printf("%s %s %s\n", padded(label(text_of(finding.verdict)), 8).c_str(),
                padded(label("found." + finding.name), 14).c_str(), what.c_str());
  }
  if (as_json) std::printf("%s\n", to_json(found).c_str());
  if (!std::filesystem::exists(Directory{data}.configuration())) return 2;
  return is_bad ? 1 : 0;
}

}  // namespace xb::app
