#include "app/command_line.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <CLI/CLI.hpp>

#include "app/commands.h"

namespace xb::app {
namespace {

// A core file would hold keys and personal data; new files are ours alone.
void protect_process() {
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  umask(077);
}

CLI::App* command(CLI::App& app, const char* name, const char* what, std::filesystem::path& data) {
  CLI::App* found = app.add_subcommand(name, what);
  found->add_option("--data", data, "The data directory")->required();
  return found;
}

}  // namespace

int run(int count, char** values) {
  protect_process();
  CLI::App app{"Xiaobao 消保: financial consumer rights protection for a bank"};
  app.require_subcommand(1);
  std::filesystem::path data;
  bool as_json = false;
  int exit_code = 2;

  InitOptions init_options;
  CLI::App* init_app =
      command(app, "init", "Make a data directory, keys and the first people", data);
  init_app->add_option("--database", init_options.database, "postgresql://… instead of SQLite");
  init_app->add_flag("--demo", init_options.is_demo, "Fill it with an invented bank");
  init_app->add_option("--complaints", init_options.complaints, "How many the demo bank has")
      ->check(CLI::Range(0, 20'000'000));
  init_app->add_flag("--json", as_json, "Print the logins as JSON");
  init_app->callback([&] {
    init_options.data = data;
    init_options.as_json = as_json;
    exit_code = init(init_options);
  });

  std::string listen;
  CLI::App* serve_app = command(app, "serve", "Serve until told to stop", data);
  serve_app->add_option("--listen", listen, "Address and port instead of the configured ones");
  serve_app->callback([&] { exit_code = serve_command(data, listen); });

  CLI::App* migrate_app = command(app, "migrate", "Bring the schema up to date", data);
  migrate_app->callback([&] { exit_code = migrate_command(data); });

  ImportOptions import_options;
  std::int64_t batch = 0;
  CLI::App* import_app = command(app, "import", "Import a table, or undo an import", data);
  import_app->require_subcommand(1);
  CLI::App* complaints_app = import_app->add_subcommand("complaints", "Import complaints");
  complaints_app->fallthrough();
  complaints_app->add_option("file", import_options.file, "A CSV or XLSX file")->required();
  complaints_app->add_option("--mapping", import_options.mapping,
                             "A shipped mapping's name or a TOML file; found by columns if absent");
  complaints_app->add_flag("--dry-run", import_options.is_dry_run, "Check only, write nothing");
  complaints_app->add_flag("--json", as_json, "Print the report as JSON");
  complaints_app->callback([&] {
    import_options.data = data;
    import_options.as_json = as_json;
    exit_code = import_command(import_options);
  });
  CLI::App* undo_app = import_app->add_subcommand("undo", "Take an import out again");
  undo_app->fallthrough();
  undo_app->add_option("batch", batch, "The number of the import")->required();
  undo_app->add_flag("--json", as_json, "Print the report as JSON");
  undo_app->callback([&] { exit_code = undo_import_command(data, batch, as_json); });

  ExportOptions export_options;
  CLI::App* export_app = command(app, "export", "Write a table, masked", data);
  export_app->add_option("target", export_options.target, "complaints")
      ->required()
      ->check(CLI::IsMember({"complaints"}));
  export_app->add_option("--format", export_options.format, "csv or xlsx")
      ->check(CLI::IsMember({"csv", "xlsx"}));
  export_app->add_option("--output", export_options.output, "A file; standard output if absent");
  export_app->callback([&] {
    export_options.data = data;
    exit_code = export_command(export_options);
  });

  app.add_subcommand("openapi", "Print the OpenAPI 3.1 document")->callback([&] {
    exit_code = openapi_command();
  });

  CLI::App* check_app =
      command(app, "check", "Check configuration, keys, schema and database", data);
  check_app->add_flag("--json", as_json, "Print the findings as JSON");
  check_app->callback([&] { exit_code = check_command(data, as_json); });

  CLI::App* version_app = app.add_subcommand("version", "Print the version");
  version_app->add_flag("--json", as_json, "As JSON");
  version_app->callback([&] { exit_code = version_command(as_json); });

  SkipOptions skip_options;
  CLI::App* follower_app = command(app, "follower", "Repair a follower that has stopped", data);
  follower_app->require_subcommand(1);
  CLI::App* skip_app = follower_app->add_subcommand("skip", "Pass over the entry it is stuck at");
  skip_app->fallthrough();
  skip_app->add_option("name", skip_options.follower)->required();
  skip_app->add_option("place", skip_options.place)->required();
  skip_app->add_option("--reason", skip_options.reason, "Kept in the log")->required();
  skip_app->callback([&] {
    skip_options.data = data;
    exit_code = skip_command(skip_options);
  });

  CLI::App* clock_app = command(app, "clock", "Say that the machine's clock is right", data);
  clock_app->require_subcommand(1);
  clock_app->add_subcommand("confirm", "Writing goes on after the clock has stepped")
      ->fallthrough()
      ->callback([&] { exit_code = confirm_clock_command(data); });

  try {
    app.parse(count, values);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return exit_code;
}

}  // namespace xb::app
