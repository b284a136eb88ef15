// Asking the complainant for what is missing (补充材料), and what he brings. Only what the law lets
// the bank ask, and never what it holds or can find inside (银保监会令2020年第3号 art. 13, 14).
// Once and complete is the bank's own promise. No limit waits for an answer: the law leaves out
// days of an appraisal and of mediation only (art. 18, 23).
#pragma once

#include "modules/complaints/types.h"
#include "platform/storage/work.h"

namespace xb::complaints {

enum class Material {
  complainant_identity,   // 投诉人姓名、身份信息、联系方式
  organisation_identity,  // 名称、住所、统一社会信用代码、负责人
  agent_authorisation,    // 授权委托书原件
  agent_identity,
  inheritance,       // 继承关系证明
  respondent,        // 被投诉机构及人员
  claim_and_facts,   // 投诉请求、主要事实和相关依据
  signed_statement,  // 签字或盖章的书面材料
};
BOOST_DESCRIBE_ENUM(Material, complainant_identity, organisation_identity, agent_authorisation,
                    agent_identity, inheritance, respondent, claim_and_facts, signed_statement)

struct NewSupplementRequest {
  std::vector<Material> materials;
  Note question;                     // each thing that is missing, as the complainant is told
  bool bank_lacks = false;           // somebody made sure that the bank itself does not hold it
  std::optional<Date> until_on;      // asked for by then; nothing follows if it does not come
  std::optional<Note> again_reason;  // why it could not be asked for the first time
};
BOOST_DESCRIBE_STRUCT(NewSupplementRequest, (),
                      (materials, question, bank_lacks, until_on, again_reason))

struct NewSupplement {
  std::vector<Material> materials;
  std::optional<Note> note;
  std::optional<Instant> received_at;  // now, if not told
  bool is_complete = true;             // nothing that was asked for is missing any more
};
BOOST_DESCRIBE_STRUCT(NewSupplement, (), (materials, note, received_at, is_complete))

struct SupplementRequest {
  static constexpr std::string_view table = "supplement_requests";
  Id<SupplementRequest> id;
  Id<sealing::DataKey> key_id;
  Id<Complaint> complaint_id;
  std::string materials;  // a JSON array
  Note question;
  std::optional<Note> again_reason;
  std::optional<Date> until_on;
  Instant asked_at;
  Id<Person> asked_by;
  std::optional<Instant> settled_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(SupplementRequest, (),
                      (id, key_id, complaint_id, materials, question, again_reason, until_on,
                       asked_at, asked_by, settled_at, version))

struct Supplement {
  static constexpr std::string_view table = "supplements";
  Id<Supplement> id;
  Id<sealing::DataKey> key_id;
  Id<Complaint> complaint_id;
  Id<SupplementRequest> request_id;  // none: brought unasked
  std::string materials;             // a JSON array
  std::optional<Note> note;
  Instant received_at;
  Id<Person> recorded_by;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Supplement, (),
                      (id, key_id, complaint_id, request_id, materials, note, received_at,
                       recorded_by, version))

struct SupplementRequestView {
  Id<SupplementRequest> id;
  std::vector<Material> materials;
  Note question;
  std::optional<Note> again_reason;
  std::optional<Date> until_on;
  Instant asked_at;
  std::optional<Id<Person>> asked_by;
  std::optional<Instant> settled_at;
};
BOOST_DESCRIBE_STRUCT(SupplementRequestView, (),
                      (id, materials, question, again_reason, until_on, asked_at, asked_by,
                       settled_at))

struct SupplementView {
  Id<Supplement> id;
  std::optional<Id<SupplementRequest>> request_id;
  std::vector<Material> materials;
  std::optional<Note> note;
  Instant received_at;
  std::optional<Id<Person>> recorded_by;
};
BOOST_DESCRIBE_STRUCT(SupplementView, (),
                      (id, request_id, materials, note, received_at, recorded_by))

struct Supplements {
  std::vector<SupplementRequestView> requests;
  std::vector<SupplementView> items;
};
BOOST_DESCRIBE_STRUCT(Supplements, (), (requests, items))

// Refuses with complaint.*, version.changed, field.empty, field.too_early, supplement.bank_holds,
// supplement.open or supplement.once (asked before, and no reason why again).
Result<ComplaintState> request_supplement(Work& work, Id<Complaint> id,
                                          const NewSupplementRequest& input);
// Answers the open request, if there is one. Refuses with complaint.*, version.changed,
// field.empty, field.in_future or field.too_early.
Result<ComplaintState> add_supplement(Work& work, Id<Complaint> id, const NewSupplement& input);

// Refuses with complaint.missing.
Result<Supplements> supplements_of(Work& work, Id<Complaint> id);

}  // namespace xb::complaints
