// A bank on whose routes scenarios are played: each step is asked of the whole program by somebody
// who is signed in, each expectation looked up in what it answers.
#pragma once

#include <algorithm>

#include "app/api_fixture.h"
#include "app/scenario_values_fixture.h"
#include "core/encoding.h"
#include "modules/complaints/types.h"
#include "platform/exchange/jobs.h"
#include "platform/exchange/routes.h"
#include "platform/identity/organisation/service.h"

namespace xb::app {

class Stage : protected WholeApi {
 public:
  Stage(test::Engine engine, const test::Words& words) : WholeApi(engine), words_(words) {
    exchange::routes(router_, targets_, jobs_);
  }

  // Where it did not go as written: of the first step that did not. Empty if it did.
  std::vector<test::Mistake> play(const test::Scenario& scenario) {
    mistakes_.clear();
    file_ = scenario.file;
    now_ = {};
    numbered_.named.clear();
    numbered_.current.clear();
    visitors_.clear();
    for (const test::Step& step : scenario.steps) {
      if (!step.time.empty())
        set_clock(step);
      else
        take(step);
      if (!mistakes_.empty()) break;
    }
    return mistakes_;
  }

 private:
  using Value = boost::json::value;

  // On the day the story begins, so that no password is old before its time.
  void open_bank() {
    const auto ready = bank_.write(Actor::system(), now_, [&](Work& work) -> Result<void> {
      open_units(work);
      hire_all(work);
      return {};
    });
    EXPECT_TRUE(ready.has_value());
  }

  void open_units(Work& work) {
    for (const test::House& house : words_.houses()) {
      if (!house.kind.empty()) {
        const auto made =
            identity::add_unit(work, {.code = identity::Code::trusted(house.code),
                                      .name = identity::Title::trusted(house.name),
                                      .kind = named<identity::UnitKind>(house.kind).value(),
                                      .parent_id = Id<Unit>{numbered_.units.at(house.parent)},
                                      .opened_on = *parse_date("2015-06-01")});
        ASSERT_TRUE(made.has_value()) << house.name << ": " << made.error().code;
      }
      const auto unit = identity::find_unit_by_code(work.tx, house.code);
      ASSERT_TRUE(unit.has_value()) << house.name;
      numbered_.units[house.name] = unit->id.number;
    }
  }

  // The hash of `right` that is cheap to check: what sessions are made of is tested elsewhere.
  void hire_all(Work& work) {
    static const std::string hash =
        "$argon2id$v=19$m=8,t=1,p=1$c2NlbmFyaW9zLXNhbHQxNg$"
        "bgMS30bpRfvX1ZHV2z+6uRsQAjWHG8RamNxSmHaxS6w";
    std::int64_t id = 400;
    for (const test::Colleague& one : words_.colleagues()) {
      const auto* house = words_.house(one.unit);
      ASSERT_NE(house, nullptr) << one.unit;
      test::hire(work, {{++id}, one.login, one.post, house->code, hash});
      numbered_.people[one.name] = id;
    }
  }

  void fail(int line, const std::string& why) { mistakes_.push_back({file_, line, why}); }

  void set_clock(const test::Step& step) {
    const auto at = moved(now_, step.time);
    if (!at) return fail(step.line, "不认识的时间「" + step.time + "」");
    if (*at < now_) return fail(step.line, "时间只能向前");
    now_ = *at;
    if (numbered_.people.empty()) open_bank();
  }

  // Sessions end after 15 idle minutes.
  const Visitor& visitor(const std::string& who) {
    auto& [visitor, since] = visitors_[who];
    if (visitor.cookie.empty() || now_ - since > std::chrono::minutes{10})
      visitor = enter(words_.colleague(who)->login);
    since = now_;
    return visitor;
  }

  void take(const test::Step& step) {
    const test::Verb& verb = *words_.verb(step.verb);
    if (verb.method == "RUN") {
      run(verb.path);
    } else {
      auto asked = request_of(step, verb);
      if (!asked) return fail(asked.error().line, asked.error().why);
      answered(step, verb, ask(as(visitor(step.who), std::move(*asked))));
    }
    bank_.place();
    if (!mistakes_.empty()) return;
    for (const test::Expectation& one : step.expectations)
      if (one.relation != test::Relation::refused && one.relation != test::Relation::unseen)
        look(step, one);
  }

  // What the program does by itself from time to time.
  void run(const std::string& what) {
    answer_ = nullptr;
    if (what == "followers") {
      evidence::Followers all(bank_.database(), followers(test::keys(), bank_.taxonomies()));
      while (all.step()) continue;
      return;
    }
    const auto swept = bank_.write(Actor::system(), now_, [](Work& work) -> Result<std::size_t> {
      return clocks::send_notices(work, clock_sources());
    });
    EXPECT_TRUE(swept.has_value());
  }

  void answered(const test::Step& step, const test::Verb& verb, const http::Response& response) {
    jobs_.wait();
    const auto json = parse_json(response.body);
    answer_ = json ? *json : Value(nullptr);
    const std::string code = response.status < 400 ? "" : text(response, "code");
    const auto refusal =
        std::find_if(step.expectations.begin(), step.expectations.end(), [](const auto& one) {
          return one.relation == test::Relation::refused || one.relation == test::Relation::unseen;
        });
    if (refusal == step.expectations.end()) {
      if (response.status >= 400)
        return fail(step.line, step.who + " " + step.verb + "：被拒绝 " + code + " " +
                                   text(response, "field"));
      return remember(step, verb);
    }
    if (response.status < 400) return fail(refusal->line, "应被拒绝，实际办成了");
    if (refusal->relation == test::Relation::unseen) {
      if (response.status != 404) fail(refusal->line, "应看不到，实际是 " + code);
    } else if (code != refusal->value) {
      fail(refusal->line, "应为 拒绝 " + refusal->value + "，实际是 " + code);
    } else if (!refusal->other.empty() && text(response, "field") != refusal->other) {
      fail(refusal->line, "应指出栏目 " + refusal->other + "，实际是 " + text(response, "field"));
    }
  }

  void remember(const test::Step& step, const test::Verb& verb) {
    std::string name = verb.path.find('{') == std::string::npos ? step.object : "";
    for (const test::Field& field : step.fields)
      if (field.name == "称为") name = field.value;
    for (const auto& [kind, path] : verb.makes) {
      const auto found = collected(answer_, path);
      if (found.size() != 1 || !found[0]->is_number()) continue;
      const auto id = found[0]->to_number<std::int64_t>();
      numbered_.current[kind] = id;
      if (!name.empty()) numbered_.named[name] = id;
    }
  }

  template <class T>
  using OrMistake = tl::expected<T, test::Mistake>;

  tl::unexpected<test::Mistake> wrong(int line, const std::string& why) const {
    return tl::unexpected(test::Mistake{file_, line, why});
  }

  OrMistake<http::Request> request_of(const test::Step& step, const test::Verb& verb) {
    auto path = path_of(step, verb);
    if (!path) return tl::unexpected(path.error());
    http::Request out =
        request(verb.method == "get" ? http::Method::get : http::Method::post, *path);
    for (const auto& [name, value] : verb.query) out.query[name] = {value};
    Value body = boost::json::object{};
    if (!verb.always.empty()) body.get_object()[verb.always] = boost::json::object{};
    for (const test::Field& field : step.fields) {
      if (field.name == "称为") continue;
      if (field.name == verb.body_from) {
        out.body = field.value;
        continue;
      }
      const test::MemberWord& member = *words_.field(verb, field.name);
      const auto value = values_.of(member, field.value);
      if (!value) return wrong(field.line, "「" + field.name + "」不能填「" + field.value + "」");
      put(out, body, verb, member, *value);
    }
    finish(out, step, verb, body);
    return out;
  }

  // A GET takes its fields in the address.
  static void put(http::Request& out, Value& body, const test::Verb& verb,
                  const test::MemberWord& member, const Value& value) {
    const auto plain = [&] {
      return value.is_string() ? std::string{value.get_string()} : boost::json::serialize(value);
    };
    if (member.kind == test::ValueKind::header) {
      for (const char c : plain()) {
        char escaped[4];
        std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned char>(c));
        out.headers[member.member] += escaped;
      }
    } else if (member.kind == test::ValueKind::parameter || verb.method == "get") {
      out.query[member.member].push_back(plain());
    } else {
      Value* at = &body;
      for (const std::string& part : test::split_at(member.member, ".")) {
        if (at->is_null()) *at = boost::json::object{};
        at = &at->get_object()[part];
      }
      *at = value;
    }
  }

  void finish(http::Request& out, const test::Step& step, const test::Verb& verb,
              const Value& body) {
    if (verb.method == "get") return;
    if (verb.body_from.empty()) {
      out.headers["content-type"] = "application/json";
      out.body = boost::json::serialize(body);
    } else if (verb.body_from == "表格") {
      for (const auto& row : step.table) {
        for (std::size_t i = 0; i < row.size(); ++i) out.body += (i == 0 ? "" : "\t") + row[i];
        out.body += "\n";
      }
    } else {
      auto file = vault_.receive();
      EXPECT_TRUE(file && (*file)->take(out.body));
      if (file) out.file = *file;
    }
  }

  OrMistake<std::string> path_of(const test::Step& step, const test::Verb& verb) {
    const auto open = verb.path.find('{');
    if (open == std::string::npos) return verb.path;
    const auto close = verb.path.find('}');
    const std::string kind = verb.path.substr(open + 1, close - open - 1);
    if (!step.object.empty()) {
      const auto named = numbered_.named.find(step.object);
      if (named == numbered_.named.end())
        return wrong(step.line, "没有叫「" + step.object + "」的件");
      numbered_.current[kind] = named->second;
    }
    const auto current = numbered_.current.find(kind);
    if (current == numbered_.current.end()) return wrong(step.line, "此前没有" + kind);
    return verb.path.substr(0, open) + std::to_string(current->second) +
           verb.path.substr(close + 1);
  }

  // The case as it stands, for whoever acted last; nothing if it is not there for him.
  std::optional<Value> case_of(const test::Step& step) {
    const auto id = numbered_.current.find("投诉");
    if (id == numbered_.current.end()) return std::nullopt;
    const std::string& who = step.who == "系统" ? words_.colleagues().front().name : step.who;
    const std::string path = "/api/complaints/" + std::to_string(id->second);
    const auto response = ask(as(visitor(who), request(http::Method::get, path)));
    const auto json = parse_json(response.body);
    return response.status == 200 && json ? std::optional<Value>(*json) : std::nullopt;
  }

  void look(const test::Step& step, const test::Expectation& one) {
    using test::Relation;
    const bool is_limit = one.relation == Relation::due || one.relation == Relation::stopped ||
                          one.relation == Relation::running || one.relation == Relation::absent;
    const bool has_clocks = !collected(answer_, "clocks").empty();
    const bool asks_anew = one.of_case || (is_limit && !has_clocks);
    const auto seen = asks_anew ? case_of(step) : std::optional<Value>(answer_);
    if (!seen) return fail(one.line, step.who + "看不到本案");
    const std::string why = is_limit ? limit(*seen, one) : compare(*seen, one);
    if (!why.empty()) fail(one.line, why);
  }

  std::string limit(const Value& seen, const test::Expectation& one) const {
    const std::string& span = *words_.span(one.subject);
    const boost::json::object* clock = nullptr;
    for (const Value* each : collected(seen, "clocks.*"))
      if (each->at("span").get_string() == span) clock = &each->get_object();
    if (clock == nullptr)
      return one.relation == test::Relation::absent ? "" : "没有时限「" + one.subject + "」";
    const auto* stopped = clock->if_contains("stopped_at");
    const bool is_stopped = stopped != nullptr && !stopped->is_null();
    if (one.relation == test::Relation::absent) return "不应有时限「" + one.subject + "」";
    if (one.relation == test::Relation::stopped) return is_stopped ? "" : "时限还在走";
    if (one.relation == test::Relation::running) return is_stopped ? "时限已停" : "";
    const std::string due{clock->at("due_on").get_string()};
    return due == one.value ? "" : "到期日应为 " + one.value + "，实际是 " + due;
  }

  static bool is_empty(const std::vector<const Value*>& found) {
    return std::all_of(found.begin(), found.end(), [](const Value* each) {
      return each->is_null() || (each->is_array() && each->get_array().empty());
    });
  }
  // Of a list, or of all that a path with `*` finds.
  static std::string count_of(const std::vector<const Value*>& found) {
    const bool is_list = found.size() == 1 && found[0]->is_array();
    return std::to_string(is_list ? found[0]->get_array().size() : found.size()) + "项";
  }

  std::string compare(const Value& seen, const test::Expectation& one) const {
    using test::Relation;
    const test::MemberWord subject = subject_of(one.subject);
    const auto found = collected(seen, subject.member);
    const auto is_said = [&](const Value* each) { return values_.is(*each, subject, one.value); };
    const bool has = std::any_of(found.begin(), found.end(), is_said);
    if (one.relation == Relation::days) return days(seen, one);
    if (one.relation == Relation::has) return verdict(one, has, found);
    if (one.relation == Relation::has_not) return verdict(one, !has, found);
    if (one.relation == Relation::counts) return verdict(one, count_of(found) == one.value, found);
    if (one.relation == Relation::empty) return verdict(one, is_empty(found), found);
    if (one.relation == Relation::filled) return verdict(one, !is_empty(found), found);
    if (found.size() != 1) return verdict(one, false, found);
    if (one.relation == Relation::is) return verdict(one, has, found);
    if (one.relation == Relation::is_not) return verdict(one, !has, found);
    const bool holds = found[0]->is_string() && std::string_view{found[0]->get_string()}.find(
                                                    one.value) != std::string_view::npos;
    return verdict(one, holds == (one.relation == Relation::contains), found);
  }

  std::string days(const Value& seen, const test::Expectation& one) const {
    const auto at = [&](const std::string& name) -> std::optional<Date> {
      const auto found = collected(seen, subject_of(name).member);
      if (found.size() != 1 || !found[0]->is_string()) return std::nullopt;
      const std::string value{found[0]->get_string()};
      const auto moment = parse_instant(value);
      return moment ? Zone{}.date(*moment) : parse_date(value);
    };
    const auto from = at(one.subject), to = at(one.other);
    if (!from || !to) return "没有「" + one.subject + "」或「" + one.other + "」";
    const auto count = std::to_string((to->days - from->days).count());
    return count == one.value ? "" : "应为 " + one.value + "天，实际是 " + count + "天";
  }

  static std::string verdict(const test::Expectation& one, bool holds,
                             const std::vector<const Value*>& found) {
    if (holds) return {};
    std::string out = "「" + one.subject + "」不符，应「" + one.value + "」，实际是";
    for (const Value* each : found) out += " " + boost::json::serialize(*each);
    return out + (found.empty() ? "没有此项" : "");
  }

  test::MemberWord subject_of(const std::string& name) const {
    if (const auto* known = words_.answer(name)) return *known;
    return {
        .member = name, .kind = test::ValueKind::text, .group = name.substr(name.rfind('.') + 1)};
  }

  const test::Words& words_;
  const std::vector<exchange::Target> targets_ = import_targets();
  exchange::ImportJobs jobs_{[] { return true; }};
  Numbered numbered_;
  const Values values_{words_, bank_.taxonomies(), numbered_, now_};
  std::map<std::string, std::pair<Visitor, Instant>> visitors_;
  Value answer_;
  std::string file_;
  std::vector<test::Mistake> mistakes_;
};

}  // namespace xb::app
