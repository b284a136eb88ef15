#include "modules/complaints/offers/service.h"

#include "modules/complaints/decision/service.h"
#include "modules/complaints/working/working_fixture.h"

namespace xb::complaints {
namespace {

class AnOffer : public Working {
 protected:
  Result<OfferView> offer(Id<Complaint> id, const std::string& more = "",
                          const std::string& terms = "退还年费，免费销卡") {
    return act(lin_fang_, &make_offer, id,
               R"({"amount_fen":60000,"terms":")" + terms + "\"" + more + "}");
  }
  Result<OfferView> settle(Id<Offer> id, const std::string& outcome, Instant now = tuesday) {
    return act(lin_fang_, &settle_offer, id, R"({"outcome":")" + outcome + R"(","said":"同意"})",
               now);
  }
};

TEST_P(AnOffer, GoesRoundByRoundUntilOneIsAccepted) {
  const auto id = handled();
  const auto first = offer(id, R"(,"demand_fen":200000)");
  ASSERT_TRUE(first.has_value()) << refusal(first);
  EXPECT_EQ(refusal(offer(id)), "offer.open") << "one at a time";
  expect(settle(first->id, "declined"));
  EXPECT_EQ(refusal(settle(first->id, "accepted")), "offer.settled");
  const auto second = offer(id);
  EXPECT_EQ(second->round, 2);
  const auto accepted = settle(second->id, "accepted");
  ASSERT_TRUE(accepted.has_value()) << refusal(accepted);
  EXPECT_EQ(accepted->state, OfferState::accepted);
  const auto all = ask(lin_fang_, &offers_of, id);
  ASSERT_EQ(all->items.size(), 2u);
  EXPECT_EQ(all->items[0].demand_fen, 200'000);
  EXPECT_EQ(all->items[1].amount_fen, 60'000);
  EXPECT_EQ(kinds_of(id).back(), "complaint.offer_settled");
  EXPECT_NE(sealed_in(id, 5).find("免费销卡"), std::string::npos);
}

TEST_P(AnOffer, NeverAsksForGivingUpTheRightToComplain) {
  const auto id = handled();
  const auto before = world();
  EXPECT_EQ(refusal(offer(id, "", "退还年费，客户承诺不再投诉")), "offer.waives_rights terms");
  EXPECT_EQ(world(), before);
}

TEST_P(AnOffer, ExpiresAfterItsLastDayAndNotBefore) {
  const auto id = handled();
  const auto made = offer(id, R"(,"until_on":"2026-03-04")");
  ASSERT_TRUE(made.has_value()) << refusal(made);
  EXPECT_EQ(refusal(settle(made->id, "expired", at("2026-03-04T23:59:59+08:00"))),
            "offer.still_stands");
  EXPECT_EQ(refusal(settle(made->id, "accepted", at("2026-03-05T00:00:00+08:00"))),
            "offer.expired");
  expect(settle(made->id, "expired", at("2026-03-05T00:00:00+08:00")));
}

TEST_P(AnOffer, IsSettledWhileADecisionIsProposed) {
  const auto id = handled();
  const auto made = offer(id);
  expect(act(lin_fang_, &propose, id, R"({"outcome": "settled", "amount_fen": 60000,
      "findings": "年费重复扣收。", "decision": "退还年费。", "grounds": "领用合约第八条。",
      "remedies": "可申请核查、调解、仲裁或起诉。"})"));
  EXPECT_EQ(refusal(offer(id)), "complaint.wrong_state") << "no new one";
  expect(settle(made->id, "accepted"));
  EXPECT_EQ(found(id).state, State::proposed) << "the proposal waits on";
}

TEST_P(AnOffer, IsRefusedWhereSomethingIsWrong) {
  const auto waiting = accepted(least_complaint);
  EXPECT_EQ(refusal(act(bank_.chen_yu, &make_offer, waiting, R"({"amount_fen":1,"terms":"退费"})")),
            "complaint.wrong_state");
  const auto id = handled();
  const auto before = world();
  EXPECT_EQ(refusal(act(lin_fang_, &make_offer, id, R"({"amount_fen":-1,"terms":"退费"})")),
            "field.range amount_fen");
  EXPECT_EQ(refusal(offer(id, R"(,"demand_fen":-1)")), "field.range demand_fen");
  EXPECT_EQ(refusal(offer(id, "", " ")), "field.empty terms");
  EXPECT_EQ(refusal(offer(id, R"(,"until_on":"2026-03-02")")), "field.too_early until_on");
  EXPECT_EQ(refusal(settle({999'999}, "declined")), "offer.missing");
  EXPECT_EQ(world(), before);
  const auto made = offer(id);
  EXPECT_EQ(refusal(act(bank_.zhou_jun, &settle_offer, made->id, R"({"outcome":"declined"})")),
            "offer.missing");
  EXPECT_EQ(refusal(ask(bank_.zhou_jun, &find_offer, made->id)), "offer.missing");
  expect(withdraw(id, R"({"proof":"signed_paper"})", tuesday));
  EXPECT_EQ(ask(lin_fang_, &find_offer, made->id)->state, OfferState::lapsed);
}

class AnOfferAboveAuthority : public Working {
 protected:
  Result<OfferView> offer(const Actor& actor, Id<Complaint> id, std::int64_t fen) {
    return act(actor, &make_offer, id,
               R"({"amount_fen":)" + std::to_string(fen) +
                   R"(,"terms":"退还利息","until_on":"2026-03-20"})");
  }
  Result<approvals::ApprovalView> give_verdict(const Actor& actor, const OfferView& made,
                                               approvals::Verdict verdict, Instant now = tuesday) {
    return bank_.write(actor, now, [&](Work& work) {
      std::optional<Note> reason;
      if (verdict != approvals::Verdict::grant) reason = Note::trusted("超出惯例");
      return approvals::decide(work, {offer_matter()}, *made.approval_id, {verdict, reason});
    });
  }
  OfferView shown(Id<Offer> id) { return *ask(lin_fang_, &find_offer, id); }
  Actor head() const {
    Actor out = of_branch({213}, {101});
    out.appointment = test::appointment_of({213});
    return out;
  }
};

TEST_P(AnOfferAboveAuthority, WaitsForWhoMayAgreeToItAndIsMadeThen) {
  const auto id = handled();
  const auto small = offer(lin_fang_, id, 100'000);
  ASSERT_TRUE(small.has_value()) << refusal(small);
  EXPECT_EQ(small->state, OfferState::open) << "as far as his own authority reaches";
  expect(act(lin_fang_, &settle_offer, small->id, R"({"outcome":"declined"})"));
  const auto made = offer(lin_fang_, id, 100'001);
  ASSERT_TRUE(made.has_value()) << refusal(made);
  EXPECT_EQ(made->state, OfferState::waiting);
  EXPECT_EQ(kinds_of(id).back(), "complaint.offer_asked");
  EXPECT_EQ(refusal(act(lin_fang_, &settle_offer, made->id, R"({"outcome":"accepted"})")),
            "offer.waits");
  EXPECT_EQ(refusal(offer(lin_fang_, id, 1)), "offer.open");
  EXPECT_EQ(refusal(give_verdict(lin_fang_, *made, approvals::Verdict::grant)),
            "approval.not_yours");
  const auto later = tuesday + std::chrono::hours{3};
  expect(give_verdict(head(), *made, approvals::Verdict::grant, later));
  EXPECT_EQ(shown(made->id).state, OfferState::open);
  EXPECT_EQ(shown(made->id).offered_at, later) << "not before";
  EXPECT_EQ(shown(made->id).offered_by, Id<Person>{211});
  EXPECT_EQ(kinds_of(id).back(), "complaint.offered");
  expect(act(lin_fang_, &settle_offer, made->id, R"({"outcome":"accepted"})", later));
}

TEST_P(AnOfferAboveAuthority, ThatIsNotAgreedToIsNeverMade) {
  const auto id = handled();
  const auto made = offer(lin_fang_, id, 800'000);
  expect(give_verdict(head(), *made, approvals::Verdict::hand_back));
  EXPECT_EQ(shown(made->id).state, OfferState::not_approved);
  EXPECT_EQ(refusal(act(lin_fang_, &settle_offer, made->id, R"({"outcome":"accepted"})")),
            "offer.settled");
  const auto again = offer(lin_fang_, id, 500'000);
  ASSERT_TRUE(again.has_value()) << "a smaller one may be asked for " << refusal(again);
  EXPECT_EQ(again->round, 2);
  const auto before = world();
  EXPECT_EQ(refusal(give_verdict(head(), *again, approvals::Verdict::grant,
                                 at("2026-03-21T09:00:00+08:00"))),
            "offer.expired");
  EXPECT_EQ(world(), before);
  expect(withdraw(id, R"({"proof":"signed_paper"})", tuesday));
  EXPECT_EQ(shown(again->id).state, OfferState::lapsed);
}

TEST_P(AnOfferAboveAuthority, IsNotSplitIntoInstalments) {
  const auto id = handled();
  const auto first = offer(lin_fang_, id, 60'000);
  expect(act(lin_fang_, &settle_offer, first->id, R"({"outcome":"accepted"})"));
  const auto second = offer(lin_fang_, id, 40'001);
  ASSERT_TRUE(second.has_value()) << refusal(second);
  EXPECT_EQ(second->state, OfferState::waiting) << "what was taken counts";
}

TEST_P(AnOfferAboveAuthority, IsMadeAtOnceByWhoHoldsTheOffice) {
  const auto id = handled();
  const auto own = offer(head(), id, 1'000'000);
  ASSERT_TRUE(own.has_value()) << refusal(own);
  EXPECT_EQ(own->state, OfferState::open);
  expect(act(lin_fang_, &settle_offer, own->id, R"({"outcome":"declined"})"));
  const auto larger = offer(head(), id, 1'000'001);
  ASSERT_TRUE(larger.has_value()) << refusal(larger);
  EXPECT_EQ(larger->state, OfferState::waiting) << "that is above his office, too";
}

INSTANTIATE_TEST_SUITE_P(EachDatabase, AnOfferAboveAuthority, test::each_database,
                         test::name_of_database);
INSTANTIATE_TEST_SUITE_P(EachDatabase, AnOffer, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
