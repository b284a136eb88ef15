// Browsers that listen, and cases that change meanwhile.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "modules/complaints/assignment/service.h"
#include "modules/complaints/registration/service.h"
#include "modules/complaints/triage/service.h"
#include "modules/events/service.h"
#include "platform/identity/store.h"
#include "test/support/bank.h"
#include "test/support/people.h"
#include "test/support/reading.h"

namespace xb::events {

// A browser's end of a stream: what has come, and asking for more.
class Reader {
 public:
  explicit Reader(std::shared_ptr<Listener> listener) : listener_(std::move(listener)) {}

  // What has come since; empty if nothing has.
  std::string take() {
    if (!state_->asked && !state_->is_over) ask();
    return std::exchange(state_->text, {});
  }
  bool is_over() const { return state_->is_over; }
  void leave() { listener_->leave(); }
  // Whether it hears, once and in this form, that it is to look again.
  bool hears(What what, std::optional<std::int64_t> id = {}) {
    std::string data = "data: {\"what\":\"" + std::string{name_of(what)} + '"';
    if (id) data += ",\"id\":" + std::to_string(*id);
    return heard_.find(data + "}\n") != std::string::npos;
  }
  // Takes what has come, for `hears`.
  const std::string& listen() {
    heard_ = take();
    return heard_;
  }

 private:
  struct State {
    std::string text;
    bool asked = false;
    bool is_over = false;
  };
  void ask() {
    state_->asked = true;
    listener_->next([state = state_, listener = std::weak_ptr(listener_)](auto piece) {
      state->asked = false;
      state->is_over = !piece;
      if (piece) state->text += *piece;
    });
    // What comes at once is followed by asking for the next.
    if (!state_->asked && !state_->is_over) ask();
  }

  std::shared_ptr<Listener> listener_;
  std::shared_ptr<State> state_ = std::make_shared<State>();
  std::string heard_;
};

class Listening : public testing::TestWithParam<test::Engine> {
 protected:
  Listening() {
    hire({211}, "linfang", "branch_officer", "200000");
    hire({212}, "wutao", "branch_officer", "300000");
    hire({213}, "gaohang", "branch_head", "200000");
    hire({221}, "lina", "teller", "210001");
    hire({222}, "zhoujun", "teller", "310001");
    hire({223}, "chenyu", "officer", "100000");
  }
  void hire(Id<Person> id, const char* login, const char* post, const char* unit) {
    const auto hired = bank_.write(Actor::system(), now_, [&](Work& work) -> Result<void> {
      test::hire(work, {id, login, post, unit});
      return {};
    });
    EXPECT_TRUE(hired.has_value());
  }

  std::string sign_in(Id<Person> person) {
    const std::string token = identity::new_token();
    bank_.database().write(storage::Lane::interactive, [&](storage::Transaction& tx) {
      identity::open_session(tx, test::keys(),
                             {.token_hash = identity::token_hash(token),
                              .person_id = person,
                              .created_at = now_,
                              .seen_at = now_,
                              .id = tx.new_id<identity::SessionRow>(),
                              .appointment_id = test::appointment_of(person),
                              .authenticated_at = now_});
      return true;
    });
    return token;
  }
  // From what has happened so far.
  Result<std::shared_ptr<Listener>> listen(const std::string& token, std::string_view last = {}) {
    bank_.place();
    std::optional<Result<std::shared_ptr<Listener>>> out;
    bank_.database().read([&](storage::Transaction& tx) {
      const auto session = identity::session_of(tx, test::keys(), Zone{}, token, now_);
      Work work = bank_.work_of(tx, Actor::system(), now_);
      out = hub_.listen(work, *session, token, last);
    });
    return std::move(*out);
  }
  // One who has heard the greeting.
  Reader reader(Id<Person> person) { return reader_with(sign_in(person)); }
  Reader reader_with(const std::string& token) {
    auto listener = listen(token);
    EXPECT_TRUE(listener.has_value());
    Reader out(*listener);
    EXPECT_TRUE(out.take().starts_with("retry: 3000\n\nevent: hello\n"));
    return out;
  }
  void follow() {
    bank_.place();
    while (hub_.step(now_)) continue;
  }

  template <class Out, class Kind, class Input>
  Out act(Id<Person> person, Result<Out> (*command)(Work&, Id<Kind>, const Input&), Id<Kind> id,
          std::string_view json) {
    const auto told = input<Input>(json);
    auto out = bank_.write(as(person), now_, [&](Work& work) { return command(work, id, told); });
    EXPECT_TRUE(out.has_value()) << out.error().code << ' ' << out.error().field;
    return *out;
  }
  Actor as(Id<Person> person) {
    Actor out;
    bank_.database().read([&](storage::Transaction& tx) { out = test::acting(tx, person); });
    return out;
  }
  Id<complaints::Complaint> taken_in(const Actor& actor, const std::string& more = {}) {
    const auto told = input<complaints::NewComplaint>(
        "{" + more + (more.empty() ? "" : ", ") +
        R"("intake_channel": "counter", "summary": "排队", "complainant": {"name": "李四"}})");
    const auto made = bank_.write(actor, now_, [&](Work& work) {
      return take_in(work, complaints::IntakeKind::complaint, told);
    });
    EXPECT_TRUE(made.has_value()) << made.error().code << ' ' << made.error().field;
    return made->id;
  }
  // A case of the outlet Donghu that its branch handles.
  Id<complaints::Complaint> handled() {
    const auto id = taken_in(bank_.li_na);
    act({223}, &complaints::accept, id, "{}");
    act({223}, &complaints::assign, id, R"({"unit_id": 101, "handler_id": 211})");
    act({211}, &complaints::take_over, id, "{}");
    return id;
  }

  test::Bank bank_{GetParam()};
  Instant now_ = test::monday;
  Hub hub_{&bank_.database(), &test::keys(), Zone{}};
};

}  // namespace xb::events
