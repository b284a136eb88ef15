#include "app/command_line.h"

#include <cstdio>
#include <iostream>
#include <sys/resource.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>

#include "app/commands.h"
#include "app/printing.h"
#include "core/id.h"
#include "platform/http/trouble.h"

namespace xb::app {
namespace {

// A core file would hold keys and personal data; new files are ours alone.
void protect_process() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  umask(077);
}

// The program's words, and what was said with them.
class Words {
 public:
  explicit Words(CLI::App& app) : app_(app) {
    app_.require_subcommand(1);
    add_init();
    add_serve();
    add_import();
    add_export();
    add_users();
    add_check();
    add_limits();
    add_repairs();
  }
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  int exit_code() const { return exit_code_; }

 private:
  CLI::App* add(const char* name, const char* what) {
    CLI::App* word = app_.add_subcommand(name, what);
    word->add_option("--data", data_, "The data directory")->required();
    return word;
  }
  // Runs `command` when the word has been read; its number is the exit code.
  template <class Command>
  void runs(CLI::App* word, Command command) {
    word->callback([this, command] { exit_code_ = command(); });
  }

  void add_init() {
    CLI::App* word = add("init", "Make a data directory, keys and the first people");
    word->add_option("--database", init_.database, "postgresql://… instead of SQLite");
    CLI::Option* demo = word->add_flag("--demo", init_.is_demo, "Fill it with an invented bank");
    word->add_option("--complaints", init_.complaints, "How many the demo bank has")
        ->needs(demo)
        ->check(CLI::Range(0, 20'000'000));
    word->add_flag("--json", init_.as_json, "Print the logins as JSON");
    runs(word, [this] {
      init_.data = data_;
      return init(init_);
    });
  }

  void add_serve() {
    CLI::App* serve = add("serve", "Serve until told to stop");
    serve->add_option("--listen", listen_, "Address and port instead of the configured ones");
    runs(serve, [this] { return serve_command(data_, listen_); });
    runs(add("migrate", "Bring the schema up to date"), [this] { return migrate_command(data_); });
  }

  void add_import() {
    CLI::App* word = add("import", "Import a table, or undo an import");
    word->require_subcommand(1);
    add_target(word, "complaints", "Import complaints");
    add_target(word, "referrals", "Import what regulators and the government refer");
    for (const char* list : {"units", "people"}) add_list(word, list);
    CLI::App* undo = word->add_subcommand("undo", "Take an import out again")->fallthrough();
    undo->add_option("batch", batch_, "The number of the import")->required();
    undo->add_flag("--json", as_json_, "Print the report as JSON");
    runs(undo, [this] { return undo_import_command(data_, batch_, as_json_); });
  }

  void add_target(CLI::App* import, const char* target, const char* what) {
    CLI::App* word = import->add_subcommand(target, what)->fallthrough();
    word->add_option("file", import_.file, "A CSV or XLSX file")->required();
    word->add_option("--mapping", import_.mapping,
                     "A shipped mapping's name or a TOML file; found by columns if absent");
    word->add_flag("--dry-run", import_.is_dry_run, "Check only, write nothing");
    word->add_flag("--json", import_.as_json, "Print the report as JSON");
    runs(word, [this, target] {
      import_.data = data_;
      import_.target = target;
      return import_command(import_);
    });
  }

  void add_list(CLI::App* import, const char* list) {
    CLI::App* word = import->add_subcommand(list, "Bring the bank's own list in")->fallthrough();
    word->add_option("file", staffing_.file, "A CSV or XLSX file")->required();
    word->add_option("--mapping", staffing_.mapping, "A shipped mapping's name or a TOML file");
    word->add_flag("--dry-run", staffing_.is_dry_run, "Check only, write nothing");
    if (std::string_view{list} == "people")
      word->add_flag("--whole", staffing_.is_whole, "Who is not in the file has left");
    word->add_flag("--json", staffing_.as_json, "Print the report as JSON");
    runs(word, [this, list] {
      staffing_.data = data_;
      staffing_.list = list;
      return staffing_command(staffing_);
    });
  }

  void add_users() {
    CLI::App* word = add("user", "The first administrator, or half of a reset");
    word->require_subcommand(1);
    CLI::App* first =
        word->add_subcommand("administrator", "Make one, where there is none")->fallthrough();
    first->add_option("login", user_.login)->required();
    first->add_option("--staff-no", user_.staff_no, "工号")->required();
    first->add_option("--name", user_.name)->required();
    first->add_flag("--json", user_.as_json, "Print the login as JSON");
    runs(first, [this] {
      user_.data = data_;
      return make_administrator_command(user_);
    });
    CLI::App* recover =
        word->add_subcommand("recover", "Ask for a reset that somebody approves")->fallthrough();
    recover->add_option("login", user_.login)->required();
    recover->add_option("--reason", user_.reason, "Kept in the log")->required();
    runs(recover, [this] {
      user_.data = data_;
      return recover_command(user_);
    });
  }

  void add_export() {
    CLI::App* word = add("export", "Write a table, masked");
    word->add_option("target", export_.target, "complaints")
        ->required()
        ->check(CLI::IsMember({"complaints"}));
    word->add_option("--format", export_.format, "csv or xlsx")
        ->check(CLI::IsMember({"csv", "xlsx"}));
    word->add_option("--output", export_.output, "A file; standard output if absent");
    runs(word, [this] {
      export_.data = data_;
      return export_command(export_);
    });
  }

  void add_check() {
    CLI::App* check = add("check", "Check configuration, keys, schema and database");
    check->add_flag("--json", as_json_, "Print the findings as JSON");
    check->add_flag("--deep", is_deep_, "Reckon every clock again from the log; takes its time");
    runs(check, [this] { return check_command(data_, is_deep_, as_json_); });
    runs(app_.add_subcommand("openapi", "Print the OpenAPI 3.1 document"), openapi_command);
    CLI::App* lifecycle = app_.add_subcommand("lifecycle", "Print states and steps as Markdown");
    lifecycle->add_option("of", lifecycle_of_, "complaint")
        ->required()
        ->check(CLI::IsMember({"complaint"}));
    runs(lifecycle, lifecycle_command);
    CLI::App* version = app_.add_subcommand("version", "Print the version");
    version->add_flag("--json", as_json_, "As JSON");
    runs(version, [this] { return version_command(as_json_); });
  }

  void add_limits() {
    CLI::App* calendar = add("calendar", "Calendars of holidays and make-up workdays");
    calendar->require_subcommand(1);
    CLI::App* import = calendar->add_subcommand("import", "Import a year")->fallthrough();
    import->add_option("file", file_, "JSON in the format of holiday-cn")->required();
    import->add_flag("--json", as_json_, "Print what was imported as JSON");
    runs(import, [this] { return import_calendar_command(data_, file_, as_json_); });
    CLI::App* explain = add("explain", "Say why something is due when it is");
    explain->require_subcommand(1);
    CLI::App* complaint =
        explain->add_subcommand("complaint", "The limits of a complaint")->fallthrough();
    complaint->add_option("number", number_, "Its sixteen digits")
        ->required()
        ->check(CLI::Range(std::int64_t{1}, id_limit - 1));
    complaint->add_flag("--json", as_json_, "Print the explanations as JSON");
    runs(complaint, [this] { return explain_command(data_, number_, as_json_); });
  }

  void add_repairs() {
    CLI::App* follower = add("follower", "Repair a follower that has stopped");
    follower->require_subcommand(1);
    CLI::App* skip =
        follower->add_subcommand("skip", "Pass over the entry it is stuck at")->fallthrough();
    skip->add_option("name", skip_.follower)->required();
    skip->add_option("place", skip_.place)->required();
    skip->add_option("--reason", skip_.reason, "Kept in the log")->required();
    runs(skip, [this] {
      skip_.data = data_;
      return skip_command(skip_);
    });
    CLI::App* search = add("search", "Make the index of the search again");
    search->require_subcommand(1);
    runs(search->add_subcommand("rebuild", "From the log; results are incomplete meanwhile")
             ->fallthrough(),
         [this] { return rebuild_search_command(data_); });
    CLI::App* clock = add("clock", "Say that the machine's clock is right");
    clock->require_subcommand(1);
    runs(clock->add_subcommand("confirm", "Writing goes on after the clock has stepped")
             ->fallthrough(),
         [this] { return confirm_clock_command(data_); });
  }

  CLI::App& app_;
  std::filesystem::path data_;
  std::string listen_;
  std::string lifecycle_of_;
  bool as_json_ = false;
  bool is_deep_ = false;
  std::int64_t batch_ = 0;
  std::int64_t number_ = 0;
  std::filesystem::path file_;
  InitOptions init_;
  ImportOptions import_;
  StaffingOptions staffing_;
  UserOptions user_;
  ExportOptions export_;
  SkipOptions skip_;
  int exit_code_ = 2;
};

// A word has done what it says when its answer is out: it may have met a full disk.
int once_out(int exit_code) {
  std::cout.flush();
  if (std::cout.good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
  return say_refused({Reason::conflict, "output.failed", {}});
}

}  // namespace

int run(int count, char** values) {
  protect_process();
  CLI::App app{"Xiaobao 消保: financial consumer rights protection for a bank"};
  const Words words(app);
  try {
    app.parse(count, values);
  } catch (const CLI::ParseError& error) {
    return once_out(app.exit(error) == 0 ? 0 : 2);
  } catch (const std::exception&) {
    const storage::Failure failure = storage::current_failure();
    return say_refused({Reason::conflict, http::trouble_of(failure.fault()).code, failure.code()});
  }
  return once_out(words.exit_code());
}

}  // namespace xb::app
