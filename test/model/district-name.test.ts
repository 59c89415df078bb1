import { expect, it } from 'vitest';
import { looksLikeDistrict } from '../../src/model/district-name.ts';

it.each([
  '上城区',
  '淳安县',
  '建德市',
  '阿荣旗',
  '钱塘新区',
  '杭州西湖风景名胜区',
  '大江东产业集聚区',
  '闲林街道',
  '塘栖镇',
  '某某管委会',
])('takes %s for a district', (name) => expect(looksLikeDistrict(name)).toBe(true));

it.each([
  '',
  '区',
  '合计',
  '备注',
  '全市',
  '各区县',
  '县市区',
  '主城区',
  '改造老旧小区',
  '未来社区',
  '美丽城镇',
  '3区',
  '各区、县（市）',
  '市教育局',
])('does not take %s for one', (name) => expect(looksLikeDistrict(name)).toBe(false));
