#include "modules/complaints/offers/service.h"

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

INSTANTIATE_TEST_SUITE_P(EachDatabase, AnOffer, test::each_database, test::name_of_database);

}  // namespace
}  // namespace xb::complaints
