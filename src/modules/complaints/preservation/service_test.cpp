#include "modules/complaints/preservation/service.h"

#include "modules/complaints/attachments/files_fixture.h"
#include "modules/complaints/clocks/sources.h"
#include "modules/complaints/preservation/sources.h"
#include "platform/clocks/notices.h"
#include "platform/clocks/replay.h"

namespace xb::complaints {
namespace {

Instant at(std::string_view text) { return parse_instant(text).value(); }

constexpr const char* footage = R"({"kind": "cctv", "what": "3号窗口 15:00—15:30，客户欧阳明月",
  "place": "城西支行监控室", "keeper": "安保部 13987654321", "recorded_on": "2026-02-20"})";

class APreservation : public Files {
 protected:
  Result<PreservationView> request_as(const Actor& actor, Id<Complaint> id,
                                      std::string_view json = footage) {
    const auto asked = input<PreservationRequest>(json);
    return bank_.write(actor, test::monday,
                       [&](Work& work) { return request_preservation(work, id, asked); });
  }
  PreservationView requested(Id<Complaint> id, std::string_view json = footage) {
    const auto made = request_as(bank_.li_na, id, json);
    EXPECT_TRUE(made.has_value()) << refusal(made);
    return *made;
  }
  Result<PreservationView> settle_as(const Actor& actor, Id<Preservation> id,
                                     const std::string& json) {
    const auto outcome = input<PreservationOutcome>(json);
    return bank_.write(actor, test::monday,
                       [&](Work& work) { return settle_preservation(work, id, outcome); });
  }
  std::vector<PreservationView> open_items(const Actor& actor) {
    return bank_.read(actor, [](Work& work) { return list_preservations(work, {}); })->items;
  }
  void sweep(Instant now) {
    const auto sent = bank_.write(bank_.chen_yu, now, [](Work& work) -> Result<std::size_t> {
      return clocks::send_notices(work, {preservation_source()});
    });
    EXPECT_TRUE(sent.has_value());
  }
  std::vector<std::string> kinds_on(std::int64_t subject) {
    std::vector<std::string> out;
    for (const auto& entry : entries_of(subject)) out.push_back(entry.kind);
    return out;
  }
  bool replays() {
    return bank_.read(bank_.chen_yu, [](Work& work) {
      return clocks::compare_clocks(work, {clock_source(), preservation_source()}, 0, 1000)
                 .differences.empty() &&
             clocks::compare_entries(work, 0, 1000).differences.empty();
    });
  }
};

TEST_P(APreservation, IsGoneWhenItsKindIsOverwrittenAndSaysNobodysName) {
  const auto id = registered().id;
  const auto view = requested(id);
  EXPECT_EQ(format(view.kept_until), "2026-03-22") << "30 days after the day it was recorded";
  EXPECT_EQ(view.gone_at, at("2026-03-23T00:00:00+08:00"));
  EXPECT_EQ(view.source, "行内规定");
  EXPECT_EQ(view.state, PreservationState::requested);
  EXPECT_EQ(to_json(view).find("13987654321"), std::string::npos);
  EXPECT_FALSE(test::holds(world(), "3号窗口"));
  EXPECT_EQ(kinds_of(id).back(), "complaint.preservation_requested");
  EXPECT_EQ(kinds_on(view.id.number), std::vector<std::string>{"preservation.requested"});
  EXPECT_EQ(found(id).due_at, at("2026-03-17T00:00:00+08:00")) << "the case has its own limit";
  EXPECT_TRUE(replays());
}

TEST_P(APreservation, IsThereAsLongAsItsKeeperSays) {
  const auto id = registered().id;
  const auto view = requested(id, R"({"kind": "call_recording", "what": "CC20261112-08831",
    "keeper": "客服中心", "recorded_on": "2026-02-20", "kept_until": "2026-03-05"})");
  EXPECT_EQ(format(view.kept_until), "2026-03-05");
  const auto longer = requested(id, R"({"kind": "cctv", "what": "大厅", "keeper": "安保部",
    "recorded_on": "2026-02-20", "kept_until": "2026-06-01"})");
  EXPECT_EQ(format(longer.kept_until), "2026-06-01");
  const auto gone = requested(id, R"({"kind": "cctv", "what": "门口", "keeper": "安保部",
    "recorded_on": "2026-01-02"})");
  EXPECT_EQ(format(gone.kept_until), "2026-02-01") << "which is over: still worth asking";
  EXPECT_TRUE(replays());
}

TEST_P(APreservation, IsListedByTheDayItIsGone) {
  const auto id = registered().id;
  const auto later = requested(id);
  const auto sooner = requested(id, R"({"kind": "cctv", "what": "大厅", "keeper": "安保部",
    "recorded_on": "2026-02-10"})");
  const auto items = open_items(bank_.li_na);
  ASSERT_EQ(items.size(), 2u);
  EXPECT_EQ(items[0].id, sooner.id);
  EXPECT_EQ(items[1].id, later.id);
  EXPECT_TRUE(open_items(bank_.zhou_jun).empty()) << "out of his scope";
  ASSERT_TRUE(
      settle_as(bank_.chen_yu, sooner.id, R"({"outcome": "lost", "note": "已覆盖"})").has_value());
  EXPECT_EQ(open_items(bank_.li_na).size(), 1u);
}

TEST_P(APreservation, IsWarnedOfBeforeItIsGone) {
  const auto id = registered().id;
  const auto view = requested(id);
  for (Instant now = test::monday; now < at("2026-03-24T00:00:00+08:00");
       now = now + std::chrono::hours{1})
    sweep(now);
  const auto kinds = kinds_on(view.id.number);
  EXPECT_EQ(std::count(kinds.begin(), kinds.end(), "clock.warned"), 3);
  EXPECT_GE(std::count(kinds.begin(), kinds.end(), "clock.escalated"), 1);
  const auto notices =
      bank_.read(bank_.li_na, [](Work& work) { return clocks::list_notices(work, {}); });
  ASSERT_FALSE(notices->items.empty());
  EXPECT_EQ(notices->items[0].subject_kind, "preservation");
  EXPECT_EQ(notices->items[0].subject_number, found(id).number);
  EXPECT_TRUE(replays());
}

TEST_P(APreservation, EndsWithProofOrAReasonAndItsClockStops) {
  const auto id = registered().id;
  const auto view = requested(id);
  const auto proof = attached(id, "导出编号 J20261118-3");
  const auto of_another = attached(registered(least_complaint).id, "别的案件");
  const auto settle = [&](const std::string& json) {
    return refusal(settle_as(bank_.chen_yu, view.id, json));
  };
  const auto kept_by = [](Id<Attachment> one) {
    return R"({"outcome": "preserved", "attachment_id": )" + std::to_string(one.number) + "}";
  };
  EXPECT_EQ(settle(R"({"outcome": "preserved"})"), "preservation.proof_missing attachment_id");
  EXPECT_EQ(settle(R"({"outcome": "lost"})"), "preservation.reason_missing note");
  EXPECT_EQ(settle(kept_by(of_another.id)), "attachment.missing attachment_id");
  const auto voided = attached(id, "传错");
  ASSERT_TRUE(void_as(bank_.chen_yu, voided.id).has_value());
  EXPECT_EQ(settle(kept_by(voided.id)), "attachment.void attachment_id");
  const auto settled = settle_as(bank_.chen_yu, view.id, kept_by(proof.id));
  ASSERT_TRUE(settled.has_value()) << refusal(settled);
  EXPECT_EQ(settled->state, PreservationState::preserved);
  EXPECT_EQ(settled->attachment_id, proof.id);
  EXPECT_EQ(settle(kept_by(proof.id)), "preservation.settled");
  EXPECT_EQ(kinds_of(id).back(), "complaint.preservation_settled");
  sweep(at("2026-06-01T12:00:00+08:00"));
  EXPECT_EQ(kinds_on(view.id.number),
            (std::vector<std::string>{"preservation.requested", "preservation.settled"}));
  EXPECT_TRUE(replays());
}

TEST_P(APreservation, IsRefusedWithItsReason) {
  const auto id = registered().id;
  const auto before = world();
  const auto refused = [&](const char* rest) {
    return refusal(
        request_as(bank_.li_na, id,
                   std::string{R"({"kind": "cctv", "what": "x", "keeper": "y", )"} + rest + "}"));
  };
  EXPECT_EQ(refused(R"("recorded_on": "2026-03-03")"), "field.in_future recorded_on");
  EXPECT_EQ(refused(R"("recorded_on": "2026-03-01", "kept_until": "2026-02-28")"),
            "preservation.gone_before kept_until");
  EXPECT_EQ(refusal(request_as(bank_.zhou_jun, id)), "complaint.missing");
  EXPECT_EQ(refusal(settle_as(bank_.chen_yu, {999'999}, R"({"outcome": "lost", "note": "x"})")),
            "preservation.missing");
  EXPECT_EQ(world(), before);
}

TEST_P(APreservation, OfAShutCaseIsNotThereForTheAccused) {
  const auto shut = shut_case();
  const auto view = request_as(bank_.chen_yu, shut);
  ASSERT_TRUE(view.has_value()) << refusal(view);
  EXPECT_EQ(open_items(bank_.chen_yu).size(), 1u);
  EXPECT_TRUE(open_items(bank_.li_na).empty());
  EXPECT_EQ(refusal(settle_as(bank_.li_na, view->id, R"({"outcome": "lost", "note": "x"})")),
            "preservation.missing");
  EXPECT_EQ(refusal(bank_.read(bank_.li_na,
                               [&](Work& work) { return show_preservation(work, view->id); })),
            "preservation.missing");
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, APreservation, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
