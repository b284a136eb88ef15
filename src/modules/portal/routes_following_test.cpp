// Following a case with number and receipt code: what is shown, what may be done, what guessing
// comes to.
#include <boost/json/array.hpp>

#include "app/consumer_fixture.h"
#include "modules/complaints/closure/service.h"
#include "modules/complaints/service.h"
#include "modules/portal/puzzles_fixture.h"
#include "platform/evidence/log.h"

namespace xb::portal {
namespace {

class Following : public AConsumer {
 protected:
  Following() { portal_.settings.outlet = notices::Outlet::shown; }

  struct Keys {
    std::string number;
    std::string code;
  };
  Keys keys_of_filed(const std::string& told = least_filing) {
    const auto receipt = filed(told);
    return {std::string(receipt.at("number").as_string()),
            std::string(receipt.at("receipt_code").as_string())};
  }
  http::Response look(const Keys& keys, const Headers& headers = {}) {
    return post("/api/portal/following",
                R"({"number": ")" + keys.number + R"(", "code": ")" + keys.code + R"("})", headers);
  }
  Headers token(const Keys& keys) {
    const auto response = look(keys);
    EXPECT_EQ(response.status, 200) << response.body;
    return {{"x-case-token", text(response, "token")}};
  }
  Id<complaints::Complaint> id_of(const Keys& keys) {
    return bank_.read(Actor::system(),
                      [&](Work& work) { return complaints::coded_case(work, keys.number)->id; });
  }
  void close(const Keys& keys) {
    const auto closed = bank_.write(bank_.chen_yu, now_, [&](Work& work) {
      complaints::Closure closure;
      closure.result = complaints::Note::trusted("已退还年费");
      return complaints::close(work, id_of(keys), closure);
    });
    EXPECT_TRUE(closed.has_value());
    now_ = now_ + std::chrono::minutes{1};
  }
  // The last message to this telephone.
  std::string last_sms(const std::string& phone) {
    const auto shown = object(get("/api/portal/demo-phone", {{"x-phone", phone}}));
    const auto& items = shown.at("items").as_array();
    return items.empty() ? "" : std::string{text_of(items.at(0).at("text"))};
  }
  std::string code_for(const Headers& token, const std::string& act,
                       const std::string& phone = "13900001111") {
    const auto sent = post("/api/portal/case/codes", R"({"act": ")" + act + R"("})", token);
    EXPECT_EQ(sent.status, 200) << sent.body;
    const std::string sms = last_sms(phone);
    return sms.substr(sms.find("验证码 ") + std::string{"验证码 "}.size(), 6);
  }
  static std::string_view text_of(const boost::json::value& json) {
    return {json.as_string().data(), json.as_string().size()};
  }
  static bool can(const http::Response& view, std::string_view act) {
    const auto shown = object(view);
    for (const auto& one : shown.at("can").as_array())
      if (text_of(one.at("act")) == act) return true;
    return false;
  }
};

TEST_P(Following, ShowsWhereItStandsToWhoHasTheCode) {
  const Keys keys = keys_of_filed();
  const auto response = look(keys);
  ASSERT_EQ(response.status, 200) << response.body;
  const auto view = object(response).at("case").as_object();
  EXPECT_EQ(view.at("state").as_string(), "registered");
  EXPECT_EQ(view.at("phone").as_string(), "139****1111");
  EXPECT_EQ(view.at("steps").as_array().size(), 5u);
  EXPECT_TRUE(view.at("answer_by").is_object());
  EXPECT_FALSE(view.at("is_over").as_bool());
  const Headers token{{"x-case-token", text(response, "token")}};
  EXPECT_EQ(get("/api/portal/case", token).status, 200);
  const auto receipt = get("/api/portal/case/receipt", token);
  EXPECT_EQ(text(receipt, "receipt_code"), keys.code);
  const Keys grouped{keys.number.substr(0, 8) + "-" + keys.number.substr(8),
                     keys.code.substr(0, 4) + " " + keys.code.substr(4)};
  EXPECT_EQ(look(grouped).status, 200);
}

TEST_P(Following, AnswersAnUnknownNumberAsAWrongCode) {
  const Keys keys = keys_of_filed();
  Keys other = keys_of_filed();
  const auto wrong = look({keys.number, "0000000000000000"});
  EXPECT_EQ(code_of(wrong), "404 portal.unknown");
  // A number that passes its check digit and that nobody has: that of another day.
  std::string unknown = keys.number;
  unknown[3] = unknown[3] == '1' ? '2' : '1';
  for (char digit = '0'; digit <= '9' && !complaints::is_number(unknown); ++digit)
    unknown[15] = digit;
  const auto nobody = look({unknown, keys.code});
  EXPECT_EQ(nobody.status, wrong.status);
  EXPECT_EQ(nobody.body, wrong.body);
  EXPECT_EQ(look({keys.number, other.code}).body, wrong.body);
  std::string typo = keys.number;
  typo[15] = typo[15] == '0' ? '1' : '0';
  EXPECT_EQ(code_of(look({typo, keys.code})), "422 portal.number number");
}

TEST_P(Following, ATokenEndsAfterHalfAnHourOrWithTheCode) {
  const Keys keys = keys_of_filed();
  const Headers mine = token(keys);
  EXPECT_EQ(code_of(get("/api/portal/case")), "401 portal.token");
  Headers altered = mine;
  altered.front().second.back() = altered.front().second.back() == '0' ? '1' : '0';
  EXPECT_EQ(code_of(get("/api/portal/case", altered)), "401 portal.token");
  for (const char* odd : {".", "..", "a.b.c", "1.9999999999999.0", "20260302.x.y"})
    EXPECT_EQ(code_of(get("/api/portal/case", {{"x-case-token", odd}})), "401 portal.token") << odd;
  now_ = now_ + std::chrono::minutes{29};
  EXPECT_EQ(get("/api/portal/case", mine).status, 200);
  now_ = now_ + std::chrono::minutes{1};
  EXPECT_EQ(code_of(get("/api/portal/case", mine)), "401 portal.token");
  const Headers fresh = token(keys);
  const auto revoked = bank_.write(Actor::system(), now_, [&](Work& work) -> Result<void> {
    auto opened = TRY(complaints::open(work, id_of(keys)));
    ++opened.complaint.receipt_epoch;
    TRY(complaints::update(work, opened.complaint, opened.key));
    evidence::append(work, "complaint.code_revoked",
                     evidence::Subject(opened.complaint.id, opened.key), evidence::Nothing{});
    return {};
  });
  ASSERT_TRUE(revoked.has_value());
  EXPECT_EQ(code_of(get("/api/portal/case", fresh)), "401 portal.token");
  EXPECT_EQ(code_of(look(keys)), "404 portal.unknown");
}

TEST_P(Following, GuessingCostsTheOneWhoGuessesAndLocksNobodyOut) {
  const Keys keys = keys_of_filed();
  const Keys wrong{keys.number, "1234567890123456"};
  for (int i = 0; i < 10; ++i) EXPECT_EQ(code_of(look(wrong)), "404 portal.unknown") << i;
  EXPECT_EQ(code_of(look(wrong)), "429 portal.puzzle");
  EXPECT_EQ(code_of(look(keys)), "429 portal.puzzle");
  const auto solve = [&] {
    return Headers{{"x-puzzle", solved(text(get("/api/portal/puzzle"), "puzzle"))}};
  };
  EXPECT_EQ(code_of(look(wrong, solve())), "404 portal.unknown");
  const auto told_to_wait = look(keys, solve());
  EXPECT_EQ(code_of(told_to_wait), "429 portal.wait");
  EXPECT_EQ(header(told_to_wait, "Retry-After"), "2");
  now_ = now_ + std::chrono::seconds{2};
  EXPECT_EQ(look(keys, solve()).status, 200);
  remote_ = "198.51.100.1";
  EXPECT_EQ(look(keys).status, 200);
  remote_ = "192.0.2.7";
  now_ = now_ + std::chrono::hours{1};
  EXPECT_EQ(look(keys).status, 200);
}

TEST_P(Following, TakesWhatTheConsumerAdds) {
  const Keys keys = keys_of_filed();
  const Headers mine = token(keys);
  const auto told = post("/api/portal/case/supplement", R"({"note": "补充：流水一份"})", mine);
  EXPECT_EQ(told.status, 200) << told.body;
  EXPECT_EQ(code_of(post("/api/portal/case/supplement", R"({"note": "  "})", mine)),
            "422 field.empty note");
  const std::string path = "/api/portal/case/attachments?kind=supporting_document";
  const auto file = upload(path, mine, "流水一份");
  EXPECT_EQ(file.status, 201) << file.body;
  EXPECT_EQ(text(file, "name"), "凭证.txt");
  EXPECT_EQ(upload(path, mine, "流水一份").status, 200);
  EXPECT_EQ(object(get("/api/portal/case", mine)).at("files").as_int64(), 1);
  EXPECT_EQ(code_of(upload(path, {{"x-case-token", "no"}}, "x")), "401 portal.token");
}

TEST_P(Following, CountsAFileBeforeItHasCome) {
  Headers mine = token(keys_of_filed());
  const std::string path = "/api/portal/case/attachments";
  EXPECT_EQ(announce(path, {{"x-case-token", "no"}}), "portal.token");
  mine.emplace_back("content-length", std::to_string(vault_.limits().largest()));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(announce(path, mine), "") << i;
  EXPECT_EQ(announce(path, mine), "portal.too_many");
}

TEST_P(Following, IsRatedOnceForAnAnswer) {
  const Keys keys = keys_of_filed();
  const Headers mine = token(keys);
  const std::string five = R"({"result_score": 5, "process_score": 4, "attitude_score": 5})";
  EXPECT_EQ(code_of(post("/api/portal/case/rating", five, mine)), "409 complaint.wrong_state");
  close(keys);
  EXPECT_EQ(code_of(post("/api/portal/case/rating",
                         R"({"result_score": 6, "process_score": 4, "attitude_score": 5})", mine)),
            "422 callback.score result_score");
  const auto rated = post("/api/portal/case/rating", five, mine);
  EXPECT_EQ(rated.status, 200) << rated.body;
  EXPECT_FALSE(can(rated, "rate"));
  EXPECT_EQ(code_of(post("/api/portal/case/rating", five, mine)), "409 callback.rated");
}

TEST_P(Following, WithdrawingWantsTheCodeThatWasSent) {
  const Keys keys = keys_of_filed();
  const Headers mine = token(keys);
  const auto withdraw = [&](const std::string& code) {
    return post("/api/portal/case/withdrawal", R"({"code": ")" + code + R"("})", mine);
  };
  EXPECT_EQ(code_of(withdraw("000000")), "422 portal.code_void code");
  const std::string code = code_for(mine, "withdraw");
  EXPECT_EQ(code.size(), 6u);
  const std::string wrong = code == "000000" ? "000001" : "000000";
  EXPECT_EQ(code_of(withdraw(wrong)), "422 portal.code_wrong code");
  EXPECT_EQ(code_of(post("/api/portal/case/codes", R"({"act": "withdraw"})", mine)),
            "429 portal.code_soon");
  EXPECT_EQ(code_of(post("/api/portal/case/contact",
                         R"({"code": ")" + code + R"(", "phone": "13800002222"})", mine)),
            "422 portal.code_void code")
      << "a code is for one act";
  const auto done = withdraw(code);
  EXPECT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(text(done, "state"), "withdrawn");
  EXPECT_NE(last_sms("13900001111").find("已按您的要求撤回"), std::string::npos);
  EXPECT_EQ(code_of(withdraw(code)), "422 portal.code_wrong code");
}

TEST_P(Following, ACodeIsVoidAfterThreeWrongTriesAndAfterFiveMinutes) {
  const Keys keys = keys_of_filed();
  const Headers mine = token(keys);
  const auto withdraw = [&](const std::string& code) {
    return code_of(post("/api/portal/case/withdrawal", R"({"code": ")" + code + R"("})", mine));
  };
  std::string code = code_for(mine, "withdraw");
  const std::string wrong = code == "000000" ? "000001" : "000000";
  EXPECT_EQ(withdraw(wrong), "422 portal.code_wrong code");
  EXPECT_EQ(withdraw(wrong), "422 portal.code_wrong code");
  EXPECT_EQ(withdraw(wrong), "422 portal.code_void code");
  EXPECT_EQ(withdraw(code), "422 portal.code_void code");
  now_ = now_ + std::chrono::minutes{1};
  code = code_for(mine, "withdraw");
  now_ = now_ + std::chrono::minutes{5};
  EXPECT_EQ(withdraw(code), "422 portal.code_void code");
  for (int i = 0; i < 3; ++i) {
    code = code_for(mine, "withdraw");
    now_ = now_ + std::chrono::minutes{1};
  }
  EXPECT_EQ(code_of(post("/api/portal/case/codes", R"({"act": "withdraw"})", mine)),
            "429 portal.code_soon")
      << "five an hour";
}

TEST_P(Following, NobodyHasANumberFloodedWithCodesByFilingInItsName) {
  const auto asked_for = [&](const Keys& keys) {
    return post("/api/portal/case/codes", R"({"act": "withdraw"})", token(keys));
  };
  std::vector<Keys> cases;
  for (int i = 0; i < 6; ++i) cases.push_back(keys_of_filed());
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(asked_for(cases[i]).status, 200) << i;
  EXPECT_EQ(code_of(asked_for(cases.back())), "429 portal.code_soon")
      << "ten messages within the hour";
  const Keys other =
      keys_of_filed(R"({"description": "年费", "name": "李四", "phone": "13800002222"})");
  EXPECT_EQ(asked_for(other).status, 200);
  now_ = now_ + std::chrono::hours{1};
  EXPECT_EQ(asked_for(cases.back()).status, 200);
}

TEST_P(Following, WithoutMessagesOrAMobileNumberOneRings) {
  const Keys landline =
      keys_of_filed(R"({"description": "年费", "name": "沈万清", "phone": "010-66001234"})");
  EXPECT_EQ(code_of(post("/api/portal/case/codes", R"({"act": "withdraw"})", token(landline))),
            "409 portal.no_phone");
  portal_.settings.outlet = notices::Outlet::none;
  const Keys keys = keys_of_filed();
  EXPECT_EQ(code_of(post("/api/portal/case/codes", R"({"act": "withdraw"})", token(keys))),
            "409 portal.no_sms");
  EXPECT_EQ(code_of(get("/api/portal/demo-phone")), "404 http.not_found");
}

TEST_P(Following, AnObjectionReachesTheDeskOfTheUnitAbove) {
  const Keys keys = keys_of_filed(
      R"({"description": "年费", "name": "沈万清", "phone": "13900001111", "unit_code": "210001"})");
  const Headers mine = token(keys);
  EXPECT_EQ(code_of(post("/api/portal/case/codes", R"({"act": "dispute"})", mine)),
            "409 complaint.wrong_state");
  close(keys);
  const std::string code = code_for(mine, "dispute");
  const auto made = post("/api/portal/case/objection",
                         R"({"code": ")" + code + R"(", "reason": "退的金额不对"})", mine);
  ASSERT_EQ(made.status, 200) << made.body;
  EXPECT_EQ(object(made).at("objection").at("state").as_string(), "waiting");
  EXPECT_FALSE(can(made, "accept"));
  EXPECT_EQ(code_of(post("/api/portal/case/codes", R"({"act": "accept"})", mine)),
            "409 objection.open");
  hire({311}, "branch_boss", "branch_head", "200000");
  hire({312}, "far_boss", "branch_head", "300000");
  const auto listed = [&](const char* login) {
    return ask(as(enter(login), request(http::Method::get, "/api/objections")));
  };
  EXPECT_EQ(listed("teller").status, 403);
  const auto near = object(listed("branch_boss")).at("items").as_array();
  ASSERT_EQ(near.size(), 1u);
  EXPECT_EQ(near.at(0).at("number").as_string(), keys.number);
  EXPECT_EQ(object(listed("far_boss")).at("items").as_array().size(), 0u);
  EXPECT_EQ(object(listed("officer")).at("items").as_array().size(), 1u);
  const std::string path =
      "/api/objections/" + std::to_string(near.at(0).at("id").as_int64()) + "/acknowledgement";
  EXPECT_EQ(code_of(ask(as(enter("far_boss"), request(http::Method::post, path, "{}")))),
            "404 objection.missing");
  const auto taken = ask(as(enter("branch_boss"), request(http::Method::post, path, "{}")));
  EXPECT_EQ(taken.status, 200) << taken.body;
  EXPECT_EQ(code_of(ask(as(enter("branch_boss"), request(http::Method::post, path, "{}")))),
            "409 objection.acknowledged");
  const auto seen = get("/api/portal/case", token(keys));
  EXPECT_EQ(object(seen).at("objection").at("state").as_string(), "acknowledged");
  now_ = now_ + std::chrono::days{31};
  EXPECT_EQ(code_of(post("/api/portal/case/codes", R"({"act": "dispute"})", token(keys))),
            "409 objection.too_late");
}

TEST_P(Following, AnObjectionGoesToTheBranchThatAnsweredWhereverTheCaseLies) {
  const Keys keys = keys_of_filed(
      R"({"description": "年费", "name": "沈万清", "phone": "13900001111", "unit_code": "210001"})");
  const auto dispatched = bank_.write(Actor::system(), now_, [&](Work& work) -> Result<void> {
    auto opened = TRY(complaints::open(work, id_of(keys)));
    opened.complaint.handling_unit_id = {104};
    TRY(complaints::update(work, opened.complaint, opened.key));
    evidence::append(work, "complaint.assigned", evidence::Subject(opened.complaint.id, opened.key),
                     evidence::Nothing{});
    return {};
  });
  ASSERT_TRUE(dispatched.has_value());
  close(keys);
  const Headers mine = token(keys);
  const std::string code = code_for(mine, "dispute");
  ASSERT_EQ(
      post("/api/portal/case/objection", R"({"code": ")" + code + R"(", "reason": "不对"})", mine)
          .status,
      200);
  hire({311}, "branch_boss", "branch_head", "200000");
  hire({312}, "far_boss", "branch_head", "300000");
  const auto listed = [&](const char* login) {
    const auto list = ask(as(enter(login), request(http::Method::get, "/api/objections")));
    return object(list).at("items").as_array().size();
  };
  EXPECT_EQ(listed("far_boss"), 1u) << "it lies with his branch to say something";
  EXPECT_EQ(listed("branch_boss"), 0u);
}

TEST_P(Following, AcceptingIsNotedOnce) {
  const Keys keys = keys_of_filed();
  const Headers mine = token(keys);
  close(keys);
  const std::string code = code_for(mine, "accept");
  const auto done =
      post("/api/portal/case/acceptance", R"({"code": ")" + code + R"(", "note": "谢谢"})", mine);
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_TRUE(object(done).at("accepted_at").is_string());
  EXPECT_FALSE(can(done, "accept"));
  EXPECT_TRUE(can(done, "dispute"));
}

TEST_P(Following, ANewTelephoneIsToldToTheOldOne) {
  const Keys keys = keys_of_filed();
  const Headers mine = token(keys);
  const std::string code = code_for(mine, "change_contact");
  const auto refused =
      post("/api/portal/case/contact", R"({"code": ")" + code + R"(", "phone": "abc"})", mine);
  EXPECT_EQ(code_of(refused), "422 field.phone phone");
  const auto done = post("/api/portal/case/contact",
                         R"({"code": ")" + code + R"(", "phone": "13800002222"})", mine);
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(text(done, "phone"), "138****2222");
  EXPECT_NE(last_sms("13900001111").find("联系电话已更改"), std::string::npos);
  EXPECT_EQ(last_sms("13800002222"), "");
  now_ = now_ + std::chrono::minutes{1};
  EXPECT_EQ(code_for(mine, "withdraw", "13800002222").size(), 6u);
}

TEST_P(Following, MessagesComeInTheLanguageThatWasAskedFor) {
  const Draft draft = begin();
  save(draft, least_filing);
  Headers english = draft.token;
  english.emplace_back("accept-language", "en");
  EXPECT_EQ(post(draft.path + "/submission", "{}", english).status, 201);
  EXPECT_EQ(last_sms("13900001111").find("Your complaint is registered."), 0u)
      << last_sms("13900001111");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, Following, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::portal
